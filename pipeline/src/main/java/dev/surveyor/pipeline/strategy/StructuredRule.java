package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.TypeFamily;
import java.util.Optional;

/** Bytes, documents, shapes and whatever else has an inside of its own. */
final class StructuredRule implements StrategyRule {

    private static final String RULE = "structured";

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        return switch (facts.family()) {
            case BINARY, BITS -> skip(facts, "holds bytes");
            case JSON, XML -> skip(facts, "holds documents");
            case COMPOSITE -> skip(facts, "holds several values in one");
            case RANGE, INTERVAL -> skip(facts, "holds spans");
            case GEOMETRY -> skip(facts, "holds shapes");
            case TEXT_SEARCH -> skip(facts, "holds what a text search prepared");
            case ARRAY -> list(facts);
            default ->
                    facts.meaning() == SemanticType.JSON || facts.meaning() == SemanticType.XML
                            ? skip(facts, "holds documents as text")
                            : Optional.empty();
        };
    }

    private static Optional<StrategyVerdict> list(ColumnFacts facts) {
        boolean texts =
                Optional.ofNullable(facts.column().type().base())
                        .map(base ->
                                base.family() == TypeFamily.TEXT
                                        || base.family() == TypeFamily.ENUM)
                        .orElse(false);
        return texts && facts.few() && facts.whole()
                ? Verdicts.categorical(
                        RULE, 0.65, "Lists of words, and there are few: " + facts.counted() + ".")
                : skip(facts, "holds lists");
    }

    private static Optional<StrategyVerdict> skip(ColumnFacts facts, String what) {
        return Verdicts.skip(RULE, 0.95, "It %s (%s).".formatted(what, facts.type()));
    }
}
