package dev.surveyor.query.chat;

import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.TableName;
import dev.surveyor.query.Answer;
import dev.surveyor.query.keep.Personal;
import dev.surveyor.query.known.Known;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells which cells of an answer may hold values of personal columns. A result's column does not
 * say where it comes from: what could be personal is taken for it.
 */
final class PersonalColumns {

    private PersonalColumns() {}

    static Personal of(Answer answer, Known known) {
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
        Set<String> tables = Set.copyOf(answer.evidence().tables());
        return known.structure().tables().stream()
                .filter(table -> tables.contains(table.name().toString()))
                .map(table -> table.name())
                .flatMap((TableName name) -> known.insight(name).stream())
                .collect(Collectors.toList());
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
