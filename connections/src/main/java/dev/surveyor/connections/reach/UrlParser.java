package dev.surveyor.connections.reach;

import dev.surveyor.catalog.Secret;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.sources.SourceAddress.EncryptionMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a typed URL apart into fields, by rules of our own; no driver ever sees it. What is not
 * understood is refused, for a driver would understand it.
 */
public final class UrlParser {

    private static final int LENGTH_MAX = 2000;
    private static final Pattern SERVER =
            Pattern.compile(
                    "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:/?#@]*)(?::(?<password>[^/?#@]*))?@)?"
                            + "(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?"
                            + "/(?<database>[^/?#]+)(?:\\?(?<parameters>[^#]*))?");
    private static final Pattern FILE = Pattern.compile("(?:jdbc:)?sqlite:(?://)?(?<file>[^?#]+)");

    /** The names that users and passwords have behind the '?', as JDBC writes them. */
    private static final String USER = "user";

    private static final String PASSWORD = "password";
    private static final String SSL_MODE = "sslmode";

    /** What a URL says. */
    public record Parsed(ConnectionAddress address, @Nullable Secret password) {}

    private UrlParser() {}

    /**
     * Reads {@code postgresql://user:password@host:port/database?sslmode=…} or {@code sqlite:file}.
     *
     * @throws ConnectionsException never with the text itself: a password may stand anywhere in it
     */
    public static Parsed parse(String url) {
        if (url.length() > LENGTH_MAX || url.chars().anyMatch(Character::isISOControl)) {
            throw invalid("is too long or holds control characters");
        }
        Matcher file = FILE.matcher(url);
        if (file.matches()) {
            return new Parsed(
                    new ConnectionAddress(
                            "sqlite",
                            "",
                            0,
                            "",
                            decoded(file.group("file")),
                            "",
                            EncryptionMode.DISABLE,
                            "",
                            ""),
                    null);
        }
        Matcher server = SERVER.matcher(url);
        if (!server.matches()) {
            throw invalid(
                    "must look like postgresql://USER:PASSWORD@HOST:PORT/DATABASE or sqlite:FILE, special characters written as %40 for @, %2F for / and so on");
        }
        return ofServer(server);
    }

    private static Parsed ofServer(Matcher server) {
        Map<String, String> parameters = parameters(server.group("parameters"));
        String user = once(USER, server.group("user"), parameters);
        String password = once(PASSWORD, server.group("password"), parameters);
        return new Parsed(
                new ConnectionAddress(
                        "postgresql",
                        server.group("host"),
                        server.group("port") == null ? 0 : port(server.group("port")),
                        decoded(server.group("database")),
                        "",
                        user,
                        mode(parameters.getOrDefault(SSL_MODE, "prefer")),
                        "",
                        ""),
                password.isEmpty() ? null : new Secret(password));
    }

    private static int port(String digits) {
        int port = Integer.parseInt(digits);
        if (port < 1) {
            throw invalid("has a port that is none");
        }
        return port;
    }

    private static Map<String, String> parameters(@Nullable String text) {
        Map<String, String> parameters = new HashMap<>();
        if (text == null || text.isEmpty()) {
            return parameters;
        }
        for (String parameter : text.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!name.equals(USER) && !name.equals(PASSWORD) && !name.equals(SSL_MODE)) {
                throw invalid(
                        "may have the parameters sslmode, user and password: give everything else in the fields of POST /api/v1/connections");
            }
            if (parameters.put(name, equals < 0 ? "" : decoded(parameter.substring(equals + 1)))
                    != null) {
                throw invalid("has the parameter " + name + " twice");
            }
        }
        return parameters;
    }

    private static String once(
            String name, @Nullable String inAuthority, Map<String, String> parameters) {
        String asParameter = parameters.get(name);
        if (inAuthority != null && asParameter != null) {
            throw invalid("names the " + name + " twice");
        }
        return asParameter == null
                ? decoded(Objects.requireNonNullElse(inAuthority, ""))
                : asParameter;
    }

    private static EncryptionMode mode(String text) {
        for (EncryptionMode mode : EncryptionMode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return mode;
            }
        }
        throw invalid(
                "has an sslmode that is none of disable, prefer, require, verify-ca, verify-full");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("has a '%' that is not written %25");
        }
    }

    private static ConnectionsException invalid(String rule) {
        return ConnectionsException.invalid("url", rule);
    }
}
