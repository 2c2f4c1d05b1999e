package dev.surveyor.connections;

import dev.surveyor.sources.SourceAddress.EncryptionMode;

/**
 * Where a connection leads and how it gets in, without its secrets.
 *
 * @param kind of the dialect: {@code postgresql}, {@code sqlite}
 * @param host empty for files
 * @param file below the folder for files; empty for servers
 * @param authority certificates that are trusted, as PEM; empty: none
 * @param certificate ours, as PEM; empty: none
 */
public record ConnectionAddress(
        String kind,
        String host,
        int port,
        String database,
        String file,
        String username,
        EncryptionMode encryption,
        String authority,
        String certificate) {

    /** For people: without credentials. */
    public String display() {
        String place = host.contains(":") ? "[" + host + "]" : host;
        return file.isEmpty()
                ? kind + "://" + place + ":" + port + "/" + database
                : kind + ":" + file;
    }
}
