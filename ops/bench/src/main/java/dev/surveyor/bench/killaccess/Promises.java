package dev.surveyor.bench.killaccess;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What servers have promised: all that was acknowledged. A thing about which a question was under
 * way when the server was killed may be the one or the other: nobody may hold it against the next.
 */
final class Promises {

    /** A person who was registered. */
    record Person(String id, String username, String password) {}

    /** A key that was handed out. */
    record Key(String id, String text) {}

    private final ConcurrentLinkedQueue<Person> people = new ConcurrentLinkedQueue<>();
    private final Map<String, String> roles = new ConcurrentHashMap<>();
    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final Map<String, Key> deletedKeys = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();

    void registered(Person person, String role) {
        people.add(person);
        roles.put(person.id(), role);
    }

    /** Nothing is promised about the role until {@link #hasRole}. */
    void changesRole(String userId) {
        roles.remove(userId);
    }

    void hasRole(String userId, String role) {
        roles.put(userId, role);
    }

    void handedOut(Key key) {
        keys.put(key.id(), key);
    }

    /** Nothing is promised about the key until {@link #deleted}. */
    void deletes(Key key) {
        keys.remove(key.id());
    }

    void deleted(Key key) {
        deletedKeys.put(key.id(), key);
    }

    void gave(String refreshToken) {
        refreshTokens.add(refreshToken);
    }

    void takes(String refreshToken) {
        refreshTokens.remove(refreshToken);
    }

    /** A server that was still there did not do what it must. */
    void broken(String how) {
        broken.add(how);
    }

    List<String> takeBroken() {
        List<String> taken = List.copyOf(broken);
        broken.clear();
        return taken;
    }

    List<Person> people() {
        return List.copyOf(people);
    }

    @Nullable String role(String userId) {
        return roles.get(userId);
    }

    List<Key> keys() {
        return List.copyOf(keys.values());
    }

    List<Key> deletedKeys() {
        return List.copyOf(deletedKeys.values());
    }

    /** Those that must still be good; each can be asked for once. */
    List<String> takeRefreshTokens() {
        List<String> taken = List.copyOf(refreshTokens);
        refreshTokens.clear();
        return taken;
    }
}
