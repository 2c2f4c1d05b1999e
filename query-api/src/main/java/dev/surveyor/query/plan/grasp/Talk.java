package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.ValueMention;
import dev.surveyor.query.plan.read.Clue;
import dev.surveyor.query.plan.read.Clues;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a question says before it is decided what it means.
 *
 * @param text with what is said beside the question used up
 * @param today the day that relative days are counted from; null: the newest of each column
 */
record Talk(
        Text text,
        Asides asides,
        List<Span> spans,
        Nouns nouns,
        Lookup lookup,
        Links links,
        Clues clues,
        @Nullable LocalDate today) {

    static Talk of(Lookup lookup, Links links, Clues clues, @Nullable LocalDate today) {
        Text text = Text.of(links.sentence());
        Asides asides = Asides.of(text);
        return new Talk(
                text, asides, Spans.of(text), new Nouns(lookup, text), lookup, links, clues, today);
    }

    @Nullable Span span(int at) {
        return spans.stream().filter(span -> span.from() == at).findFirst().orElse(null);
    }

    boolean inSpan(int at) {
        return spans.stream().anyMatch(span -> span.from() <= at && at < span.to());
    }

    List<ValueMention> values(int at) {
        return links.values().stream().filter(value -> value.from() == at).toList();
    }

    Clue.@Nullable Compared compared(int at) {
        return clues.of(Clue.Compared.class)
                .filter(clue -> clue.from() == at)
                .findFirst()
                .orElse(null);
    }

    Clue.@Nullable Between between(int at) {
        return clues.of(Clue.Between.class)
                .filter(clue -> clue.from() == at)
                .findFirst()
                .orElse(null);
    }

    Clue.@Nullable ToFigure toFigure(int at) {
        return clues.of(Clue.ToFigure.class)
                .filter(clue -> clue.from() == at)
                .findFirst()
                .orElse(null);
    }

    /** Whether the column holds the text in several spellings. */
    boolean spelt(ColumnFacts column, String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return column.values().stream()
                        .filter(each -> each.strip().toLowerCase(Locale.ROOT).equals(plain))
                        .distinct()
                        .count()
                > 1;
    }

    @Nullable LocalDate today(ColumnFacts column) {
        return today != null ? today : lookup.lore(column.id()).newest();
    }
}
