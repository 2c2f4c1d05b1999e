package dev.surveyor.sources;

import dev.surveyor.catalog.Secret;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a source is and how to get in: fields, never a driver's URL.
 *
 * @param kind of the dialect that reads it: {@code postgresql}, {@code sqlite}
 * @param host name or address; what a certificate is checked against; empty for files
 * @param checkedAddress where alone connections go to, also when the host's name leads elsewhere by
 *     now; null: the host is looked up once per session
 * @param database its name on the server; empty for files
 * @param file of a database that is one; null for servers
 */
public record SourceAddress(
        String kind,
        String host,
        @Nullable InetAddress checkedAddress,
        int port,
        String database,
        String user,
        @Nullable Secret password,
        Encryption encryption,
        @Nullable Path file) {

    /** How much the way to a server has to be protected. */
    public enum EncryptionMode {
        DISABLE,
        /** Encrypted where the server can; nobody is checked. */
        PREFER,
        /** Encrypted, or no connection; nobody is checked. */
        REQUIRE,
        /** The server's certificate must be good. */
        VERIFY_CA,
        /** The server's certificate must be good and name its host. */
        VERIFY_FULL
    }

    /**
     * Protection of the way to a server.
     *
     * @param authority file of the certificates that are trusted; null: the driver's own place
     * @param certificate file of ours; null: none
     * @param key file of our certificate's key (PKCS-8 DER or PKCS-12); null: none
     */
    public record Encryption(
            EncryptionMode mode,
            @Nullable Path authority,
            @Nullable Path certificate,
            @Nullable Path key) {

        public static final Encryption PREFERRED =
                new Encryption(EncryptionMode.PREFER, null, null, null);
    }

    public static SourceAddress ofFile(String kind, Path file) {
        return new SourceAddress(
                kind, "", null, 0, "", "", null, Encryption.PREFERRED, file.toAbsolutePath());
    }

    public static SourceAddress ofServer(
            String kind,
            String host,
            int port,
            String database,
            String user,
            @Nullable Secret password) {
        return new SourceAddress(
                kind, host, null, port, database, user, password, Encryption.PREFERRED, null);
    }

    /**
     * Takes the address apart that a person typed: {@code postgresql://user@host:port/database}
     * with {@code sslmode}, {@code sslrootcert}, {@code sslcert}, {@code sslkey}; {@code
     * sqlite:FILE}.
     *
     * @throws SourceException when it is none, or has parameters that are not for addresses
     */
    public static SourceAddress parse(String url) {
        return AddressParser.parse(url);
    }

    public SourceAddress withPassword(Secret replacement) {
        return new SourceAddress(
                kind, host, checkedAddress, port, database, user, replacement, encryption, file);
    }

    public SourceAddress withEncryption(Encryption replacement) {
        return new SourceAddress(
                kind, host, checkedAddress, port, database, user, password, replacement, file);
    }

    /** This address, bound to one that was checked: no name is looked up any more. */
    public SourceAddress at(InetAddress checked) {
        return new SourceAddress(
                kind, host, checked, port, database, user, password, encryption, file);
    }

    /** For people: without credentials. */
    public String display() {
        return file != null ? kind + ":" + file : kind + "://" + hostDisplay() + "/" + database;
    }

    private String hostDisplay() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
