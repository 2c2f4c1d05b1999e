package dev.surveyor.connections.reach;

import dev.surveyor.catalog.Secret;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An unencrypted PKCS-8 key in PEM's letters. */
public final class PemKey {

    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private PemKey() {}

    /** The key as drivers read it from a file; empty: it is none. */
    public static Optional<byte[]> der(Secret pem) {
        Matcher key = PEM.matcher(pem.value().strip());
        if (!key.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(key.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
