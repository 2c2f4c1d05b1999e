package dev.surveyor.query.plan.link;

import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.words.Lexicon;
import dev.surveyor.query.plan.words.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the source for texts that stand where a value is expected and that no column is known to
 * hold: what the survey sampled, or did not keep since it is personal.
 */
public final class AskedValues {

    /** Look-ups for one question. */
    static final int LOOKUPS_MAX = 8;

    private static final long NANOS_MAX = Duration.ofSeconds(2).toNanos();

    /** Nobody's index serves this: a larger table would be read whole for one word. */
    private static final long ROWS_MAX = 1_000_000;

    private static final double SPOKEN_OF = 0.5;
    private static final double HELD = 0.95;
    private static final Set<String> CALLED = Set.of("called", "named", "name");

    private final Lookup lookup;
    private final ValueLookup source;
    private final long begun = System.nanoTime();
    private int asked;

    private AskedValues(Lookup lookup, ValueLookup source) {
        this.lookup = lookup;
        this.source = source;
    }

    /** The links with what the source holds of them. */
    public static Links of(Links links, Lookup lookup, ValueLookup source) {
        AskedValues asked = new AskedValues(lookup, source);
        List<ValueMention> values = new ArrayList<>(links.values());
        for (ValueMention expected : expected(links)) {
            for (ColumnFacts column : asked.columns(links)) {
                Optional<ValueMention> held = asked.held(expected, column);
                if (held.isPresent()) {
                    values.removeIf(value ->
                            value.column() == ValueMention.OPEN && value.from() == expected.from());
                    values.add(held.get());
                    break;
                }
            }
        }
        values.sort(Comparator.comparingInt(ValueMention::from));
        return new Links(links.sentence(), links.tables(), links.columns(), values);
    }

    private Optional<ValueMention> held(ValueMention expected, ColumnFacts column) {
        if (asked == LOOKUPS_MAX || System.nanoTime() - begun > NANOS_MAX) {
            return Optional.empty();
        }
        asked++;
        return source.held(lookup.tableOf(column).name(), column.name(), expected.text())
                .map(text ->
                        new ValueMention(column.id(), text, expected.from(), expected.to(), HELD));
    }

    /** What is written like a value, or stands after "called". */
    private static List<ValueMention> expected(Links links) {
        Sentence sentence = links.sentence();
        List<ValueMention> expected =
                new ArrayList<>(
                        links.values().stream()
                                .filter(value -> value.column() == ValueMention.OPEN)
                                .toList());
        for (int i = 0; i + 1 < sentence.size(); i++) {
            int next = i + 1;
            boolean free =
                    !links.inValue(next)
                            && !Lexicon.isFunctionWord(sentence.lower(next))
                            && expected.stream().noneMatch(value -> value.covers(next));
            if (CALLED.contains(sentence.lower(i)) && free) {
                expected.add(
                        new ValueMention(
                                ValueMention.OPEN,
                                sentence.phrase(next, next + 1),
                                next,
                                next + 1,
                                1));
            }
        }
        return expected;
    }

    /** Texts of tables that are spoken of, not known wholly; names first. */
    private List<ColumnFacts> columns(Links links) {
        return lookup.columns().stream()
                .filter(column ->
                        column.kind() == Kind.TEXT
                                && !column.complete()
                                && !column.isKeyLike()
                                && isSmall(lookup.tableOf(column).rows())
                                && links.tableScore(column.table()) >= SPOKEN_OF)
                .sorted(
                        Comparator.comparing(
                                        (ColumnFacts column) -> !column.stems().contains("name"))
                                .thenComparingDouble(column -> -links.columnScore(column.id()))
                                .thenComparingDouble(column -> -links.tableScore(column.table())))
                .toList();
    }

    /** What was never counted may be of any size. */
    private static boolean isSmall(long rows) {
        return rows >= 0 && rows <= ROWS_MAX;
    }
}
