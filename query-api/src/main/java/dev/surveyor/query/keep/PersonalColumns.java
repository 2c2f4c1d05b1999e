package dev.surveyor.query.keep;

import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.Insight;
import dev.surveyor.query.Answer;
import dev.surveyor.query.known.Known;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which cells of an answer may hold values of personal columns. A result's column does not
 * say where it comes from: what could be personal is taken for it.
 */
public final class PersonalColumns {

    private PersonalColumns() {}

    public static Personal of(Answer answer, Known known) {
        if (answer.sql().isEmpty()) {
            return Personal.NONE;
        }
        Set<String> mentioned = new HashSet<>();
        Set<String> personalNames = new HashSet<>();
        Set<String> harmlessNames = new HashSet<>();
        for (Insight insight : read(answer, known)) {
            for (ColumnInsight column : insight.columns()) {
                String name = column.name().toLowerCase(Locale.ROOT);
                if (!column.personal()) {
                    harmlessNames.add(name);
                } else if (isMentioned(column.name(), answer.sql())) {
                    personalNames.add(name);
                    mentioned.add(insight.name() + "." + column.name());
                }
            }
        }
        if (mentioned.isEmpty()) {
            return Personal.NONE;
        }
        Set<Integer> cells = new HashSet<>();
        for (int i = 0; i < answer.columns().size(); i++) {
            String name = answer.columns().get(i).name().toLowerCase(Locale.ROOT);
            if (personalNames.contains(name) || !harmlessNames.contains(name)) {
                cells.add(i);
            }
        }
        return new Personal(cells, mentioned);
    }

    private static List<Insight> read(Answer answer, Known known) {
        return answer.evidence().tables().stream()
                .flatMap(name -> known.printed(name).stream())
                .flatMap(name -> known.insight(name).stream())
                .toList();
    }

    /** A star shows all columns. */
    private static boolean isMentioned(String column, String sql) {
        return Pattern.compile(
                                "(?<![\\p{L}\\p{N}_])"
                                        + Pattern.quote(column)
                                        + "(?![\\p{L}\\p{N}_])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(sql)
                        .find()
                || STAR.matcher(sql).find();
    }

    private static final Pattern STAR = Pattern.compile("(?i)(?:select|distinct|,|\\.)\\s*\\*");
}
