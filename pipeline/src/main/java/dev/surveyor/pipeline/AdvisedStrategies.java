package dev.surveyor.pipeline;

import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.StrategyVerdict.Decider;
import dev.surveyor.catalog.TableName;
import dev.surveyor.pipeline.StrategyAdvisor.Advice;
import dev.surveyor.pipeline.StrategyAdvisor.Question;
import dev.surveyor.pipeline.StrategyAdvisor.UnsureColumn;
import dev.surveyor.pipeline.document.Plain;
import dev.surveyor.pipeline.strategy.ColumnFacts;
import dev.surveyor.pipeline.strategy.Strategies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The owner's word, else the rules', else, where they are unsure, the advisor's. */
final class AdvisedStrategies {

    private static final int SAMPLES_MAX = 5;
    private static final int SAMPLE_CHARS_MAX = 60;

    private final StrategyAdvisor advisor;

    AdvisedStrategies(StrategyAdvisor advisor) {
        this.advisor = advisor;
    }

    /** By column, in the table's order. */
    Map<String, StrategyVerdict> of(
            TableName table,
            Description description,
            List<ColumnFacts> facts,
            List<Correction> corrections) {
        Map<String, StrategyVerdict> verdicts = new LinkedHashMap<>();
        Map<String, ColumnFacts> unsure = new LinkedHashMap<>();
        for (ColumnFacts each : facts) {
            String name = each.column().name();
            StrategyVerdict found = Strategies.of(each);
            Optional<Strategy> said =
                    Correction.ofColumn(corrections, table, name).map(Correction::strategy);
            verdicts.put(name, said.map(strategy -> owners(strategy, found)).orElse(found));
            if (said.isEmpty()
                    && Strategies.unsure(found)
                    && unsure.size() < StrategyAdvisor.COLUMNS_MAX) {
                unsure.put(name, each);
            }
        }
        if (!unsure.isEmpty()) {
            List<UnsureColumn> asked =
                    unsure.values().stream().map(each -> asked(each, verdicts)).toList();
            advisor.advise(new Question(table, Plain.quoted(description.text(), 600), asked))
                    .forEach(advice -> take(advice, unsure, verdicts));
        }
        return verdicts;
    }

    private static StrategyVerdict owners(Strategy strategy, StrategyVerdict found) {
        return new StrategyVerdict(
                strategy,
                Decider.OWNER,
                "owner",
                "Its owner says so; the rules say %s: %s"
                        .formatted(found.strategy(), found.reason()),
                1);
    }

    private static UnsureColumn asked(ColumnFacts facts, Map<String, StrategyVerdict> verdicts) {
        ColumnProfile profile = facts.profile();
        List<String> samples =
                profile == null || facts.personal()
                        ? List.of()
                        : Stream.concat(profile.values().stream(), profile.samples().stream())
                                .map(value -> Plain.quoted(value.text(), SAMPLE_CHARS_MAX))
                                .distinct()
                                .limit(SAMPLES_MAX)
                                .toList();
        return new UnsureColumn(
                facts.column().name(),
                facts.column().type().name(),
                Objects.requireNonNull(verdicts.get(facts.column().name())),
                samples);
    }

    /** What was not asked, or cannot be, is not taken. */
    private static void take(
            Advice advice, Map<String, ColumnFacts> unsure, Map<String, StrategyVerdict> verdicts) {
        ColumnFacts facts = unsure.get(advice.column());
        boolean possible =
                facts != null
                        && advice.confidence() >= 0
                        && advice.confidence() <= 1
                        && (advice.strategy() != Strategy.CATEGORICAL || facts.listable());
        if (possible) {
            verdicts.put(
                    advice.column(),
                    new StrategyVerdict(
                            advice.strategy(),
                            Decider.MODEL,
                            "advisor",
                            Plain.line(advice.reason(), StrategyAdvisor.REASON_CHARS_MAX),
                            advice.confidence()));
        }
    }
}
