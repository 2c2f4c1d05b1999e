package dev.surveyor.eval.planner;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.sqlshape.Hardness;
import dev.surveyor.eval.sqlshape.SqlShape;
import dev.surveyor.query.plan.choose.PlanFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far the plans of questions are right, and where not. */
final class FitReport {

    private final List<Studied> studied;
    private final Map<String, RankingExamples> examples;

    FitReport(List<Studied> studied, Map<String, RankingExamples> examples) {
        this.studied =
                studied.stream()
                        .filter(each -> examples.containsKey(each.question().id()))
                        .toList();
        this.examples = examples;
    }

    private static final class Count {
        private int all;
        private int first;
        private int any;

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%d questions, %.1f %% right first, %.1f %% right among all",
                    all,
                    100.0 * first / all,
                    100.0 * any / all);
        }
    }

    String line(Map<String, Double> ranking) {
        return count(ranking, null).line();
    }

    String hardness(Map<String, Double> ranking) {
        StringBuilder lines = new StringBuilder();
        for (Hardness level : Hardness.values()) {
            Count count = count(ranking, level);
            if (count.all > 0) {
                lines.append("  ").append(level.word()).append(": ").append(count.line());
                lines.append('\n');
            }
        }
        return lines.toString();
    }

    private Count count(Map<String, Double> ranking, @Nullable Hardness level) {
        double[] weights = weights(ranking);
        Count count = new Count();
        for (Studied each : studied) {
            if (level == null || level == hardness(each)) {
                RankingExamples plans = plans(each);
                int best = plans.best(weights);
                count.all++;
                count.first += best >= 0 && plans.right(best) ? 1 : 0;
                count.any += plans.anyRight() ? 1 : 0;
            }
        }
        return count;
    }

    private static Hardness hardness(Studied each) {
        return SqlShape.of(Objects.requireNonNull(each.question().gold().sql())).hardness();
    }

    private RankingExamples plans(Studied each) {
        return Objects.requireNonNull(examples.get(each.question().id()));
    }

    private static double[] weights(Map<String, Double> ranking) {
        return PlanFeatures.NAMES.stream()
                .mapToDouble(name -> ranking.getOrDefault(name, 0.0))
                .toArray();
    }

    /** Wrong answers with their golds, and whether a right plan was drafted at all. */
    void write(Path file, Map<String, Double> ranking) {
        double[] weights = weights(ranking);
        List<String> lines = new ArrayList<>();
        for (Studied each : studied) {
            RankingExamples plans = plans(each);
            int best = plans.best(weights);
            if (best < 0 || !plans.right(best)) {
                String right = "-";
                for (int p = 0; p < plans.size() && right.equals("-"); p++) {
                    right = plans.right(p) ? plans.statement(p) : "-";
                }
                lines.add(
                        String.join(
                                "\t",
                                hardness(each).word(),
                                each.question().database(),
                                each.question().wording(),
                                String.valueOf(each.question().gold().sql()),
                                best < 0 ? "-" : plans.statement(best),
                                right));
            }
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new EvaluationException("Cannot write " + file + ": " + e, e);
        }
    }
}
