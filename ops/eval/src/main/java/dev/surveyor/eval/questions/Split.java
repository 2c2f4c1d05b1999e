package dev.surveyor.eval.questions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * Parts of the questions by their database. What is fitted on one part is never reported on it, so
 * which database is in which part must never change: it hangs on the database's id alone.
 */
public enum Split {
    FIT,
    CALIBRATE,
    REPORT,
    ALL;

    private static final String SALT = "surveyor-split-1:";

    public boolean holds(String database) {
        return this == ALL || this == of(database);
    }

    /** An order of databases in which nobody had a hand. */
    public static Comparator<String> order() {
        return Comparator.comparing((String database) -> HexFormat.of().formatHex(hash(database)))
                .thenComparing(Comparator.naturalOrder());
    }

    static Split of(String database) {
        int percent = percent(database);
        if (percent < 50) {
            return FIT;
        }
        return percent < 70 ? CALIBRATE : REPORT;
    }

    private static int percent(String database) {
        return Integer.remainderUnsigned(ByteBuffer.wrap(hash(database)).getInt(), 100);
    }

    private static byte[] hash(String database) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((SALT + database).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
