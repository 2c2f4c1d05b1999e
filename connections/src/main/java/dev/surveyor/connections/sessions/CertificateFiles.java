package dev.surveyor.connections.sessions;

import dev.surveyor.catalog.Secret;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.reach.PemKey;
import dev.surveyor.sources.SourceAddress.Encryption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Certificates and key as the files that drivers want, in a folder that nobody else may enter, for
 * as long as it takes to connect.
 */
record CertificateFiles(Encryption encryption, List<Path> written) implements AutoCloseable {

    CertificateFiles {
        written = List.copyOf(written);
    }

    static CertificateFiles write(ConnectionAddress address, @Nullable Secret key) {
        if (address.authority().isEmpty() && address.certificate().isEmpty()) {
            return new CertificateFiles(
                    new Encryption(address.encryption(), null, null, null), List.of());
        }
        List<Path> written = new ArrayList<>();
        try {
            Path folder = Files.createTempDirectory("surveyor-certificates");
            written.add(folder);
            Path authority = write(folder.resolve("ca.crt"), address.authority(), written);
            Path certificate = write(folder.resolve("client.crt"), address.certificate(), written);
            Path keyFile = null;
            if (key != null && certificate != null) {
                keyFile = folder.resolve("client.pk8");
                Files.write(keyFile, PemKey.der(key).orElse(new byte[0]));
                written.add(keyFile);
            }
            return new CertificateFiles(
                    new Encryption(address.encryption(), authority, certificate, keyFile), written);
        } catch (IOException e) {
            delete(written);
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path write(Path file, String pem, List<Path> written)
            throws IOException {
        if (pem.isEmpty()) {
            return null;
        }
        Files.writeString(file, pem, StandardCharsets.US_ASCII);
        written.add(file);
        return file;
    }

    private static void delete(List<Path> written) {
        try {
            for (Path file : written.reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(written);
    }
}
