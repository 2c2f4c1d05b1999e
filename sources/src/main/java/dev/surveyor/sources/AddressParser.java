package dev.surveyor.sources;

import dev.surveyor.catalog.Secret;
import dev.surveyor.sources.SourceAddress.Encryption;
import dev.surveyor.sources.SourceAddress.EncryptionMode;
import dev.surveyor.sources.SourceException.Code;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a typed address apart by rules of our own: no driver ever sees it, so nothing that a driver
 * would read into it happens.
 */
final class AddressParser {

    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9]*):(.*)", Pattern.DOTALL);
    private static final Pattern SERVER =
            Pattern.compile(
                    "//(?:(?<user>[^:/?#@]*)(?::(?<password>[^/?#]*))?@)?"
                            + "(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?"
                            + "/(?<database>[^/?#]+)(?:\\?(?<parameters>[^#]*))?");
    private static final int PORT_MAX = 65_535;

    private AddressParser() {}

    static SourceAddress parse(String url) {
        Matcher scheme = SCHEME.matcher(url);
        if (url.chars().anyMatch(Character::isISOControl) || !scheme.matches()) {
            throw bad("write postgresql://USER@HOST:PORT/DATABASE or sqlite:FILE");
        }
        String kind = scheme.group(1).equals("postgres") ? "postgresql" : scheme.group(1);
        Dialect dialect = Sources.dialect(kind);
        return dialect.defaultPort() == 0
                ? file(kind, scheme.group(2))
                : server(kind, dialect.defaultPort(), scheme.group(2));
    }

    private static SourceAddress file(String kind, String rest) {
        String path = rest.startsWith("//") ? rest.substring(2) : rest;
        if (path.isEmpty()) {
            throw bad("name the file: %s:FILE".formatted(kind));
        }
        return SourceAddress.ofFile(kind, Path.of(path));
    }

    private static SourceAddress server(String kind, int defaultPort, String rest) {
        Matcher parts = SERVER.matcher(rest);
        if (!parts.matches()) {
            throw bad(
                    "write %s://USER@HOST:PORT/DATABASE; special characters as %%40 for @, %%2F for / and so on"
                            .formatted(kind));
        }
        int port =
                parts.group("port") == null ? defaultPort : Integer.parseInt(parts.group("port"));
        if (port < 1 || port > PORT_MAX) {
            throw bad("a port is a number from 1 to 65535");
        }
        String user = decoded(parts.group("user"));
        String password = decoded(parts.group("password"));
        return SourceAddress.ofServer(
                        kind,
                        parts.group("host").replaceAll("[\\[\\]]", ""),
                        port,
                        decoded(parts.group("database")),
                        user.isEmpty() ? System.getProperty("user.name", "") : user,
                        parts.group("password") == null ? null : new Secret(password))
                .withEncryption(encryption(parts.group("parameters")));
    }

    private static Encryption encryption(@Nullable String parameters) {
        EncryptionMode mode = EncryptionMode.PREFER;
        Path authority = null;
        Path certificate = null;
        Path key = null;
        if (parameters != null && !parameters.isEmpty()) {
            for (String parameter : parameters.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
                switch (name) {
                    case "sslmode" -> mode = mode(value);
                    case "sslrootcert" -> authority = Path.of(value);
                    case "sslcert" -> certificate = Path.of(value);
                    case "sslkey" -> key = Path.of(value);
                    default ->
                            throw bad(
                                    "only sslmode, sslrootcert, sslcert and sslkey may follow the '?'");
                }
            }
        }
        return new Encryption(mode, authority, certificate, key);
    }

    private static EncryptionMode mode(String value) {
        for (EncryptionMode mode : EncryptionMode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
                return mode;
            }
        }
        throw bad("sslmode is disable, prefer, require, verify-ca or verify-full");
    }

    private static String decoded(@Nullable String text) {
        if (text == null) {
            return "";
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad("a '%' is written %25");
        }
    }

    /** Never with the text itself: a password may stand anywhere in it. */
    private static SourceException bad(String rule) {
        return new SourceException(
                Code.BAD_ADDRESS, false, "This is no address of a source: " + rule + ".", null);
    }
}
