package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.words.Sentence;
import dev.surveyor.query.plan.words.Token;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and days as constants. */
final class Quantities {

    private static final Pattern DAY =
            Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{4}");

    private Quantities() {}

    /** Null: the token is none. */
    static @Nullable Literal at(Sentence sentence, int index) {
        if (index < 0 || index >= sentence.size()) {
            return null;
        }
        Token token = sentence.token(index);
        if (token.number() != null) {
            return Literal.number(token.number());
        }
        return DAY.matcher(token.text()).matches() ? Literal.text(token.text()) : null;
    }
}
