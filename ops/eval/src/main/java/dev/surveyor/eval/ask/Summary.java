package dev.surveyor.eval.ask;

import dev.surveyor.eval.ask.Score.Standing;
import dev.surveyor.eval.sqlshape.Construct;
import dev.surveyor.eval.sqlshape.Hardness;
import dev.surveyor.eval.terminal.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What a run came to. It holds no times, so that a run that was killed and resumed ends in the same
 * bytes as one that was not.
 *
 * @param all the questions that count: golds with rows that are no chance
 */
record Summary(
        Tally all,
        Map<String, Tally> hardness,
        Map<String, Tally> constructs,
        Tally emptyGold,
        Tally tied,
        int noGold) {

    static Summary of(Collection<Score> scores) {
        List<Score> counted = with(scores, Standing.COUNTED);
        Map<String, Tally> hardness = new LinkedHashMap<>();
        for (Hardness level : Hardness.values()) {
            put(hardness, level.word(), counted, score -> score.hardness() == level);
        }
        Map<String, Tally> constructs = new LinkedHashMap<>();
        for (Construct construct : Construct.values()) {
            put(
                    constructs,
                    construct.word(),
                    counted,
                    score -> score.constructs().contains(construct));
        }
        return new Summary(
                Tally.of(counted),
                hardness,
                constructs,
                Tally.of(with(scores, Standing.EMPTY_GOLD)),
                Tally.of(with(scores, Standing.TIED)),
                with(scores, Standing.NO_GOLD).size());
    }

    private static List<Score> with(Collection<Score> scores, Standing standing) {
        return scores.stream().filter(score -> score.standing() == standing).toList();
    }

    private static void put(
            Map<String, Tally> tallies, String name, List<Score> scores, Predicate<Score> belongs) {
        List<Score> group = scores.stream().filter(belongs).toList();
        if (!group.isEmpty()) {
            tallies.put(name, Tally.of(group));
        }
    }

    OptionalDouble accuracyOf(Hardness level) {
        Tally tally = hardness.get(level.word());
        return tally == null ? OptionalDouble.empty() : tally.accuracy();
    }

    /** Questions that were asked, those that are reported apart among them. */
    int asked() {
        return all.questions() + emptyGold.questions() + tied.questions();
    }

    String table() {
        Table table =
                new Table(
                        "",
                        "questions",
                        "right",
                        "accuracy",
                        "answered",
                        "clarified",
                        "declined",
                        "failed");
        add(table, "all", all);
        table.gap();
        hardness.forEach((name, tally) -> add(table, name, tally));
        table.gap();
        constructs.forEach((name, tally) -> add(table, name, tally));
        table.gap();
        add(table, "apart: empty gold", emptyGold);
        add(table, "apart: tied under LIMIT", tied);
        return table + "not asked, nothing to compare with: " + noGold + "\n";
    }

    private static void add(Table table, String name, Tally tally) {
        OptionalDouble accuracy = tally.accuracy();
        table.add(
                name,
                Integer.toString(tally.questions()),
                Integer.toString(tally.right()),
                accuracy.isPresent()
                        ? String.format(Locale.ROOT, "%.2f%%", 100 * accuracy.getAsDouble())
                        : "-",
                Integer.toString(tally.answered()),
                Integer.toString(tally.clarified()),
                Integer.toString(tally.declined()),
                Integer.toString(tally.failed()));
    }
}
