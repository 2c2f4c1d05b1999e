package dev.surveyor.eval.guard;

import dev.surveyor.catalog.Secret;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The address of a server's administrator, as Surveyor or as JDBC writes it. */
final class AdministratorAddress {

    private static final int PORT = 5432;

    private AdministratorAddress() {}

    static SourceAddress parse(String url) {
        try {
            return url.startsWith("jdbc:") ? ofJdbc(url) : SourceAddress.parse(url);
        } catch (SourceException | IllegalArgumentException e) {
            throw new EvaluationException(
                    "--url is no address of a PostgreSQL server: write"
                            + " postgresql://USER:PASSWORD@HOST:PORT/DATABASE.",
                    e);
        }
    }

    private static SourceAddress ofJdbc(String url) {
        URI uri = URI.create(url.substring("jdbc:".length()));
        Map<String, String> parameters = new HashMap<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        parameter.substring(0, equals),
                        URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return SourceAddress.ofServer(
                "postgresql",
                uri.getHost(),
                uri.getPort() < 0 ? PORT : uri.getPort(),
                uri.getPath().substring(1),
                parameters.getOrDefault("user", "postgres"),
                new Secret(parameters.getOrDefault("password", "")));
    }
}
