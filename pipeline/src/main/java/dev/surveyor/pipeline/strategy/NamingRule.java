package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import java.util.Optional;
import java.util.Set;

/** What people name things by. */
final class NamingRule implements StrategyRule {

    static final Set<String> WORDS =
            Set.of(
                    "name",
                    "title",
                    "label",
                    "subject",
                    "caption",
                    "headline",
                    "brand",
                    "model",
                    "product",
                    "item",
                    "description",
                    "desc",
                    "keyword",
                    "topic",
                    "song",
                    "album",
                    "company",
                    "organisation",
                    "organization",
                    "institution",
                    "school",
                    "university",
                    "department",
                    "city",
                    "town",
                    "place",
                    "location",
                    "region",
                    "venue",
                    "team",
                    "club",
                    "bezeichnung",
                    "titel",
                    "nom",
                    "ort");

    private static final Set<SemanticType> MEANINGS =
            Set.of(
                    SemanticType.CITY,
                    SemanticType.COUNTRY,
                    SemanticType.LANGUAGE,
                    SemanticType.PERSON_NAME,
                    SemanticType.CURRENCY);

    @Override
    public Optional<StrategyVerdict> judge(ColumnFacts facts) {
        boolean named = facts.says(WORDS) && facts.meaning() != SemanticType.CODE;
        return facts.text() && (named || MEANINGS.contains(facts.meaning()))
                ? Verdicts.vector(
                        "naming",
                        0.95,
                        "Its name says what things are called, and there are many: %s."
                                .formatted(facts.counted()))
                : Optional.empty();
    }
}
