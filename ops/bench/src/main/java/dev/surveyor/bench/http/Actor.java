package dev.surveyor.bench.http;

import java.util.List;

/**
 * Who calls.
 *
 * @param token access token; empty for nobody
 * @param keyId an API key of theirs, for paths that want one
 * @param connectionId a connection of theirs
 */
record Actor(
        String name,
        String username,
        String password,
        String token,
        String refreshToken,
        String keyId,
        String connectionId) {

    boolean known() {
        return !token.isEmpty();
    }

    List<String> secrets() {
        return known() ? List.of(token, refreshToken, password) : List.of(password);
    }

    @Override
    public String toString() {
        return name;
    }
}
