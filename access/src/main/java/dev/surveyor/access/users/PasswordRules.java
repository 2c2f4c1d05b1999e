package dev.surveyor.access.users;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Refuses passwords that somebody would guess. */
final class PasswordRules {

    /** More than a million guesses. */
    private static final int SCORE_MIN = 2;

    private static final int BYTES_MAX = 72;

    /** Loaded when the first password is judged: its word lists take a moment. */
    private static final class Lists {
        static final Zxcvbn JUDGE = new Zxcvbn();
    }

    private PasswordRules() {}

    /**
     * Refuses what is guessed in less than a million tries.
     *
     * @param field the field to name in the refusal
     * @param known what others know of the person, such as the name
     */
    static void require(String password, String field, String... known) {
        if (password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            throw weak(field, "The password is too long: use at most 72 bytes.");
        }
        Strength strength = Lists.JUDGE.measure(password, List.of(known));
        if (strength.getScore() < SCORE_MIN) {
            String why = String.valueOf(strength.getFeedback().getWarning()).strip();
            throw weak(
                    field,
                    "The password is easy to guess"
                            + (why.isEmpty() ? "" : " (" + why.replaceAll("\\.$", "") + ")")
                            + ": use three or four words that do not belong together.");
        }
    }

    private static AccessException weak(String field, String message) {
        return AccessException.field(Code.PASSWORD_WEAK, field, message);
    }
}
