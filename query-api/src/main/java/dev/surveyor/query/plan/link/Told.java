package dev.surveyor.query.plan.link;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.query.plan.words.Lexicon;
import dev.surveyor.query.plan.words.Sentence;
import dev.surveyor.query.plan.words.Token;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What comments, descriptions and people say of tables and columns. */
final class Told {

    /** What a comment says first names the thing; what follows tells stories. */
    private static final int WORDS_MAX = 5;

    private Told() {}

    static List<List<String>> tables(EditionContent edition) {
        List<List<String>> all = new ArrayList<>();
        for (Insight insight : edition.insights()) {
            List<String> words = new ArrayList<>(first(insight.table().comment()));
            words.addAll(described(insight.description()));
            insight.synonyms().forEach(synonym -> words.addAll(stems(synonym)));
            all.add(words.stream().distinct().toList());
        }
        return all;
    }

    static List<Lore> columns(EditionContent edition) {
        List<Lore> all = new ArrayList<>();
        for (Insight insight : edition.insights()) {
            for (Column column : insight.table().columns()) {
                all.add(lore(insight, column));
            }
        }
        return all;
    }

    private static Lore lore(Insight insight, Column column) {
        List<String> words = new ArrayList<>(first(column.comment()));
        ColumnInsight known = insight.column(column.name()).orElse(null);
        if (known != null) {
            words.addAll(described(known.description()));
            known.synonyms().forEach(synonym -> words.addAll(stems(synonym)));
        }
        ColumnProfile profile = insight.profile().column(column.name()).orElse(null);
        String type = column.type().name().toLowerCase(Locale.ROOT);
        return new Lore(
                words.stream().distinct().toList(),
                column.nullable()
                        && (profile == null
                                || profile.nulls() == null
                                || profile.nulls().value() > 0),
                type.contains("with time zone") || type.startsWith("timestamptz"),
                column.type().family() == TypeFamily.TIMESTAMP
                        || column.type().family() == TypeFamily.DATE,
                column.type().family() == TypeFamily.TIMESTAMP,
                profile == null ? null : day(profile.max()));
    }

    /** What a person wrote; a template or a model only repeats what is known. */
    private static List<String> described(Description description) {
        return description.origin() == Description.Origin.OWNER
                ? first(description.text())
                : List.of();
    }

    private static List<String> first(@Nullable String comment) {
        if (comment == null) {
            return List.of();
        }
        List<String> stems = stems(comment.split("[;.:,(]", 2)[0]);
        return stems.size() > WORDS_MAX ? stems.subList(0, WORDS_MAX) : stems;
    }

    private static List<String> stems(String text) {
        return Sentence.of(text).tokens().stream()
                .filter(token -> !Lexicon.isFunctionWord(token.lower()) && token.number() == null)
                .map(Token::stem)
                .toList();
    }

    private static @Nullable LocalDate day(@Nullable ProfiledValue value) {
        if (value == null || value.text().length() < 10) {
            return null;
        }
        try {
            return LocalDate.parse(value.text().substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
