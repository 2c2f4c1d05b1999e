package dev.surveyor.query.agent;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.known.Known;
import dev.surveyor.query.retrieve.Finds;
import dev.surveyor.query.retrieve.SchemaContext;
import dev.surveyor.query.understand.Understanding.AboutTheData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers about the tables themselves, from the edition alone. */
final class AboutTables {

    private static final int TABLES_MAX = 100;
    private static final int FOUND_MAX = 5;
    private static final int RELATION_TOKENS_MAX = 4_000;

    /** A table that is so much less likely than the first is not meant. */
    private static final double SHARE_MIN = 0.15;

    private static final List<AnswerColumn> TABLE_COLUMNS =
            List.of(text("table"), number("rows"), text("description"));
    private static final List<AnswerColumn> COLUMN_COLUMNS =
            List.of(text("column"), text("type"), text("description"));

    /**
     * What there is to say.
     *
     * @param tables that it is about
     * @param suggestions questions that these can answer
     */
    record Told(
            String response,
            List<AnswerColumn> columns,
            List<List<@Nullable Object>> rows,
            boolean truncated,
            List<String> tables,
            List<String> joins,
            List<String> suggestions) {}

    private final Known known;

    AboutTables(Known known) {
        this.known = known;
    }

    Told tell(AboutTheData about, String question) {
        return switch (about.subject()) {
            case OVERVIEW -> overview();
            case TABLES_ABOUT -> tables(about.words(), question);
            case ONE_TABLE -> table(about.words(), question);
            case RELATIONS -> relations(about.words());
        };
    }

    private Told overview() {
        List<Insight> all = known.insights();
        return new Told(
                "'%s' has %d table%s that you may see%s."
                        .formatted(
                                known.name(),
                                all.size(),
                                all.size() == 1 ? "" : "s",
                                all.size() > TABLES_MAX
                                        ? "; here are the first " + TABLES_MAX
                                        : ""),
                TABLE_COLUMNS,
                all.stream().limit(TABLES_MAX).map(AboutTables::row).toList(),
                all.size() > TABLES_MAX,
                names(all.stream().limit(TABLES_MAX).toList()),
                List.of(),
                questions(all));
    }

    private Told tables(String words, String question) {
        List<Insight> found = found(words, question, FOUND_MAX);
        if (found.isEmpty()) {
            return nothing(words);
        }
        return new Told(
                "Most likely %s."
                        .formatted(
                                found.stream()
                                        .map(insight -> insight.name().toString())
                                        .collect(Collectors.joining(", then "))),
                TABLE_COLUMNS,
                found.stream().map(AboutTables::row).toList(),
                false,
                names(found),
                List.of(),
                questions(found));
    }

    private Told table(String words, String question) {
        Optional<Insight> named =
                named(words).or(() -> found(words, question, 1).stream().findFirst());
        return named.map(AboutTables::columns).orElseGet(() -> nothing(words));
    }

    private static Told columns(Insight insight) {
        return new Told(
                "%s has %d columns. %s"
                        .formatted(
                                insight.name(),
                                insight.table().columns().size(),
                                insight.description().text()),
                COLUMN_COLUMNS,
                insight.table().columns().stream().map(column -> row(insight, column)).toList(),
                false,
                names(List.of(insight)),
                List.of(),
                questions(List.of(insight)));
    }

    private Told relations(String words) {
        List<Insight> named =
                Arrays.stream(words.split(" (?:and|to|with) |, ?", -1))
                        .flatMap(part ->
                                named(part)
                                        .or(() -> found(part, part, 1).stream().findFirst())
                                        .stream())
                        .distinct()
                        .toList();
        if (named.size() < 2) {
            return nothing(words);
        }
        Finds finds =
                new Finds(
                        List.of(),
                        named.stream()
                                .map(insight ->
                                        new Finds.FoundTable(
                                                known.edition().connection(),
                                                insight.name(),
                                                1,
                                                List.of(),
                                                List.of()))
                                .toList(),
                        List.of());
        SchemaContext context = known.context(finds, String::length, false, RELATION_TOKENS_MAX);
        List<String> joins =
                context.joins().stream()
                        .limit(1)
                        .flatMap(tree -> tree.relations().stream())
                        .map(relation ->
                                relation.table()
                                        + " "
                                        + String.join(", ", relation.columns())
                                        + " → "
                                        + relation.keyTable()
                                        + " "
                                        + String.join(", ", relation.keyColumns()))
                        .toList();
        return new Told(
                joins.isEmpty()
                        ? "Nothing is known that connects %s."
                                .formatted(String.join(" and ", names(named)))
                        : "They are connected by " + String.join("; ", joins) + ".",
                List.of(),
                List.of(),
                false,
                names(named),
                joins,
                List.of());
    }

    private Told nothing(String words) {
        return new Told(
                "No table that you may see seems to be about '%s'.".formatted(words),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of());
    }

    private Optional<Insight> named(String words) {
        String wanted = plain(words);
        return known.insights().stream()
                .filter(insight ->
                        plain(insight.name().name()).equals(wanted)
                                || plain(insight.name().toString()).equals(wanted))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private List<Insight> found(String words, String question, int max) {
        Finds finds = known.find(words.isEmpty() ? question : words, max);
        double best = finds.tables().isEmpty() ? 0 : finds.tables().getFirst().score();
        List<Insight> found = new ArrayList<>();
        for (Finds.FoundTable table : finds.tables()) {
            if (table.score() >= best * SHARE_MIN) {
                known.insight(table.table()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<String> names(List<Insight> insights) {
        return insights.stream().map(Insight::name).map(TableName::toString).toList();
    }

    static List<String> questions(List<Insight> insights) {
        return insights.stream().flatMap(insight -> insight.questions().stream()).limit(3).toList();
    }

    /** One of each of those that most is kept of. */
    static List<String> questionsOfTheLargest(List<Insight> insights) {
        return insights.stream()
                .sorted(Comparator.comparingLong(AboutTables::size).reversed())
                .flatMap(insight -> insight.questions().stream().limit(1))
                .limit(3)
                .toList();
    }

    private static long size(Insight insight) {
        Count rows = insight.profile().rows();
        return rows == null ? 0 : rows.value();
    }

    private static List<@Nullable Object> row(Insight insight) {
        Count rows = insight.profile().rows();
        return Arrays.asList(
                insight.name().toString(),
                rows == null ? null : BigDecimal.valueOf(rows.value()),
                insight.description().text());
    }

    private static List<@Nullable Object> row(Insight insight, Column column) {
        return Arrays.asList(
                column.name(),
                column.type().name(),
                insight.column(column.name())
                        .map(ColumnInsight::description)
                        .map(each -> each.text())
                        .orElse(""));
    }

    private static AnswerColumn text(String name) {
        return new AnswerColumn(name, "text", TypeFamily.TEXT);
    }

    private static AnswerColumn number(String name) {
        return new AnswerColumn(name, "bigint", TypeFamily.INTEGER);
    }
}
