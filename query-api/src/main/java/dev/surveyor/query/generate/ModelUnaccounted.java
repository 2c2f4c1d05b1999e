package dev.surveyor.query.generate;

import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.Insight;
import dev.surveyor.query.plan.words.Lexicon;
import dev.surveyor.query.plan.words.Sentence;
import dev.surveyor.query.plan.words.Stems;
import dev.surveyor.query.plan.words.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of a question that a model's SQL does not account for. */
public final class ModelUnaccounted {

    private static final Pattern NEW_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that SQL says in its own way: how much, in which order, of which kind. */
    private static final Set<String> SAID_BY_SQL =
            Set.of(
                    "many",
                    "number",
                    "count",
                    "total",
                    "sum",
                    "average",
                    "mean",
                    "most",
                    "least",
                    "top",
                    "highest",
                    "lowest",
                    "largest",
                    "smallest",
                    "biggest",
                    "newest",
                    "oldest",
                    "latest",
                    "first",
                    "last",
                    "per",
                    "each",
                    "every",
                    "between",
                    "since",
                    "before",
                    "after",
                    "more",
                    "less",
                    "than",
                    "not",
                    "without",
                    "never",
                    "share",
                    "percent",
                    "percentage",
                    "ratio",
                    "different",
                    "distinct",
                    "list",
                    "show",
                    "name",
                    "year",
                    "month",
                    "week",
                    "day",
                    "quarter",
                    "today",
                    "yesterday",
                    "order",
                    "sorted");

    private ModelUnaccounted() {}

    /**
     * The candidate with those words, and with the confidence that they and its rounds leave.
     *
     * @param read tables that it read
     */
    public static Candidate in(Candidate written, String question, List<Insight> read, int rounds) {
        Set<String> said = new HashSet<>();
        add(written.sql(), said);
        for (Insight insight : read) {
            insight.synonyms().forEach(synonym -> add(synonym, said));
            add(insight.description().text(), said);
            for (ColumnInsight column : insight.columns()) {
                if (written.sql().contains(column.name())) {
                    column.synonyms().forEach(synonym -> add(synonym, said));
                    add(column.description().text(), said);
                }
            }
        }
        List<String> missing = new ArrayList<>();
        for (Token token : Sentence.of(question).tokens()) {
            if (!Lexicon.isFunctionWord(token.lower())
                    && !SAID_BY_SQL.contains(token.lower())
                    && token.number() == null
                    && said.stream().noneMatch(stem -> isSame(stem, token.stem()))) {
                missing.add(token.text());
            }
        }
        return new Candidate(
                written.engine(),
                written.sql(),
                written.explanation(),
                Confidence.unaccounted(
                        Confidence.repaired(written.confidence(), rounds), missing.size()),
                missing,
                written.joins(),
                written.values());
    }

    private static boolean isSame(String stem, String other) {
        return stem.equals(other) || Lexicon.related(stem, other);
    }

    private static void add(String text, Set<String> stems) {
        for (String word : SIGNS.split(NEW_WORD.matcher(text).replaceAll(" "), -1)) {
            if (!word.isEmpty()) {
                stems.add(Stems.of(word.toLowerCase(Locale.ROOT)));
            }
        }
    }
}
