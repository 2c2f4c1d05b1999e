package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.TypeFamily;
import java.util.Optional;
import java.util.Set;

/** Numbers: mostly free ones, but some stand for kinds of things. */
final class NumberRule implements StrategyRule {

    private static final String RULE = "number";

    /** Kinds come in dozens at most, each of many rows. */
    private static final int KINDS_MAX = 12;

    private static final int ROWS_PER_KIND_MIN = 10;

    private static final Set<String> KINDS =
            Set.of(
                    "status",
                    "state",
                    "type",
                    "kind",
                    "category",
                    "class",
                    "level",
                    "grade",
                    "rating",
                    "stars",
                    "star",
                    "priority",
                    "severity",
                    "stage",
                    "phase",
                    "code",
                    "flag",
                    "mode",
                    "rank",
                    "tier",
                    "gender",
                    "sex",
                    "season",
                    "semester",
                    "quarter",
                    "month",
                    "weekday",
                    "group",
                    "section",
                    "sts");

    /** What things are counted off by. */
    private static final Set<String> COUNTERS =
            Set.of("no", "nr", "num", "number", "order", "line", "position", "pos", "seq");

    private static final Set<SemanticType> MEASURES =
            Set.of(
                    SemanticType.AMOUNT,
                    SemanticType.PERCENTAGE,
                    SemanticType.LATITUDE,
                    SemanticType.LONGITUDE);

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        boolean inText = facts.meaning() == SemanticType.NUMBER_IN_TEXT;
        if (!facts.number() && !inText) {
            return Optional.empty();
        }
        if (MEASURES.contains(facts.meaning()) || facts.family() == TypeFamily.MONEY) {
            return Verdicts.skip(RULE, 0.95, "It measures something (%s).".formatted(facts.type()));
        }
        if (facts.few() && facts.says(KINDS)) {
            return Verdicts.categorical(
                    RULE,
                    0.85,
                    "Its name says a kind of thing, and there are few: " + facts.counted() + ".");
        }
        if (inText && facts.few() && facts.rowsPerValue() >= 2) {
            return Optional.empty();
        }
        boolean whole = facts.family() == TypeFamily.INTEGER || inText;
        if (whole
                && facts.few()
                && couldBeKinds(facts)
                && !MeasureWords.in(facts.column().name())) {
            return Verdicts.categorical(
                    RULE,
                    0.5,
                    "Whole numbers, so few that they could be kinds: " + facts.counted() + ".");
        }
        return Verdicts.skip(
                RULE,
                whole ? 0.8 : 0.95,
                "Free numbers are asked for by range (%s, %s)."
                        .formatted(facts.type(), facts.counted()));
    }

    private static boolean couldBeKinds(ColumnFacts facts) {
        Count distinct = facts.distinct();
        return distinct != null
                && !facts.partOfPrimaryKey()
                && !facts.says(COUNTERS)
                && distinct.value() <= KINDS_MAX
                && facts.rowsPerValue() >= ROWS_PER_KIND_MIN;
    }
}
