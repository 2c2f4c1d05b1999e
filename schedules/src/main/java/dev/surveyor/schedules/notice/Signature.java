package dev.surveyor.schedules.notice;

import dev.surveyor.catalog.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to a receiver that a message is ours, and of when. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** {@code t=SECONDS,v1=HEX}: the HMAC-SHA-256 of the seconds, a dot and the body. */
    static String of(String body, Instant sent, Secret secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] code =
                    mac.doFinal(
                            (sent.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + sent.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM knows " + ALGORITHM, e);
        }
    }
}
