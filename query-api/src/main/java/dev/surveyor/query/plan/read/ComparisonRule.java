package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "more than 5", "at least three", "before 1990", "5 or more", "greater than or equal to 5". */
final class ComparisonRule implements ClueRule {

    private static final int REACH = 5;
    private static final Set<String> MORE =
            Set.of("more", "above", "higher", "greater", "older", "after", "later");
    private static final Set<String> LESS =
            Set.of("less", "fewer", "below", "lower", "younger", "before", "earlier");

    @Override
    public List<Clue> read(Sentence sentence) {
        List<Clue> clues = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.says(i, "multiple") || sentence.says(i, "several")) {
                clues.add(new Clue.Compared(i, i + 1, Comparison.MORE, Literal.number(1)));
            }
            Literal number = Quantities.at(sentence, i);
            if (number == null || sentence.token(i).quoted()) {
                continue;
            }
            if (sentence.says(i - 1, "exactly") || sentence.says(i - 1, "only")) {
                clues.add(new Clue.Compared(i - 1, i + 1, Comparison.EQUAL, number));
                continue;
            }
            Clue after = orMore(sentence, i, number);
            Clue clue = after == null ? before(sentence, i, number) : after;
            if (clue != null) {
                clues.add(clue);
            }
        }
        return clues;
    }

    private static @Nullable Clue orMore(Sentence sentence, int i, Literal number) {
        for (int or = i + 1; or <= i + 2; or++) {
            boolean than = sentence.says(or + 2, "than");
            if (!than && (sentence.says(or, "or") || sentence.says(or, "and"))) {
                if (MORE.contains(sentence.lower(or + 1))) {
                    return new Clue.Compared(i, or + 2, Comparison.AT_LEAST, number);
                }
                if (LESS.contains(sentence.lower(or + 1))) {
                    return new Clue.Compared(i, or + 2, Comparison.AT_MOST, number);
                }
            }
        }
        return null;
    }

    private static @Nullable Clue before(Sentence sentence, int i, Literal number) {
        boolean orEqual = false;
        for (int before = i - 1; before >= Math.max(0, i - REACH); before--) {
            if (Quantities.at(sentence, before) != null) {
                return null;
            }
            orEqual |= sentence.says(before, "or", "equal");
            Comparison comparison = Comparatives.of(sentence, before);
            if (comparison != null) {
                return new Clue.Compared(
                        before, i + 1, orEqual ? withEqual(comparison) : comparison, number);
            }
        }
        return null;
    }

    private static Comparison withEqual(Comparison comparison) {
        return switch (comparison) {
            case MORE, AT_LEAST -> Comparison.AT_LEAST;
            case LESS, AT_MOST -> Comparison.AT_MOST;
            case EQUAL, DIFFERENT -> comparison;
        };
    }
}
