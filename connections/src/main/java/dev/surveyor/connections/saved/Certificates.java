package dev.surveyor.connections.saved;

import dev.surveyor.catalog.Secret;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.reach.PemKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import org.jspecify.annotations.Nullable;

/** Tells early that a pasted certificate or key is none. */
final class Certificates {

    private Certificates() {}

    static void require(ConnectionAddress address, @Nullable Secret key, boolean hasKey) {
        requireCertificates("authority", address.authority());
        requireCertificates("certificate", address.certificate());
        if (key != null && PemKey.der(key).isEmpty()) {
            throw invalid("key", "must be an unencrypted PKCS-8 key as PEM (BEGIN PRIVATE KEY)");
        }
        if (address.certificate().isEmpty() ? key != null : key == null && !hasKey) {
            throw invalid("key", "belongs to a client certificate: give both or neither");
        }
    }

    private static void requireCertificates(String field, String pem) {
        if (pem.isEmpty()) {
            return;
        }
        try {
            if (!CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty()) {
                return;
            }
        } catch (CertificateException e) {
            throw invalid(field, "must hold certificates as PEM");
        }
        throw invalid(field, "must hold certificates as PEM");
    }

    private static ConnectionsException invalid(String field, String rule) {
        return ConnectionsException.invalid(field, rule);
    }
}
