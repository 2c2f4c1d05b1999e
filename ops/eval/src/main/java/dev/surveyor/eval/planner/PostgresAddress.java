package dev.surveyor.eval.planner;

import dev.surveyor.catalog.Secret;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.sources.SourceAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The address of a source, of a driver's URL with user and password. */
final class PostgresAddress {

    private static final int PORT = 5432;

    private PostgresAddress() {}

    static SourceAddress of(String jdbcUrl) {
        URI uri = URI.create(jdbcUrl.substring("jdbc:".length()));
        Map<String, String> parameters = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        String user = parameters.get("user");
        String password = parameters.get("password");
        if (user == null || uri.getHost() == null) {
            throw new EvaluationException("The address says no host or user: " + uri.getHost());
        }
        return SourceAddress.ofServer(
                "postgresql",
                uri.getHost(),
                uri.getPort() < 0 ? PORT : uri.getPort(),
                uri.getPath().substring(1),
                user,
                password == null ? null : new Secret(password));
    }
}
