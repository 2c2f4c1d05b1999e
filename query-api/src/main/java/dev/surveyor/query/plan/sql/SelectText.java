package dev.surveyor.query.plan.sql;

import dev.surveyor.query.plan.join.JoinTree;
import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.query.Against;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Form;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.sources.Sources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the dialects' texts have in common. */
abstract class SelectText {

    private final Lookup lookup;
    private final String dialect;
    private final MeasureText measures;
    private int aliases;

    SelectText(Lookup lookup, String dialect, MeasureText measures) {
        this.lookup = lookup;
        this.dialect = dialect;
        this.measures = measures;
    }

    abstract String table(TableFacts table);

    abstract String like();

    final String quote(String identifier) {
        return Sources.dialect(dialect).quote(identifier);
    }

    final String query(Query query) {
        return switch (query) {
            case Query.Select select -> new Scope(select).text();
            case Query.Combined(
                            Query.SetOperation operation,
                            Query.Select left,
                            Query.Select right) ->
                    new Scope(left).text() + " " + operation + " " + new Scope(right).text();
            case Query.Computed computed -> computed(computed);
        };
    }

    private String computed(Query.Computed computed) {
        String value =
                MeasureText.arithmetic(
                        computed.how(),
                        "(" + new Scope(computed.left()).text() + ")",
                        "(" + new Scope(computed.right()).text() + ")");
        Integer decimals = computed.decimals();
        return "SELECT " + (decimals == null ? value : measures.rounded(value, decimals));
    }

    /** One select with the aliases of its tables. */
    private final class Scope {

        private final Query.Select select;
        private final List<String> names = new ArrayList<>();

        Scope(Query.Select select) {
            this.select = select;
            select.from().tables().forEach(table -> names.add("t" + ++aliases));
        }

        String text() {
            StringBuilder text =
                    new StringBuilder(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
            text.append(
                    select.items().stream().map(this::measure).collect(Collectors.joining(", ")));
            text.append(" FROM ").append(from(select.from()));
            conditions(" WHERE ", select.where(), text);
            SequencedSet<Measure> groups = groups();
            if (!groups.isEmpty()) {
                text.append(" GROUP BY ")
                        .append(
                                groups.stream()
                                        .map(this::measure)
                                        .collect(Collectors.joining(", ")));
            }
            conditions(" HAVING ", select.having(), text);
            if (!select.orderBy().isEmpty()) {
                text.append(" ORDER BY ")
                        .append(
                                select.orderBy().stream()
                                        .map(order ->
                                                measure(order.measure())
                                                        + (order.descending() ? " DESC" : " ASC"))
                                        .collect(Collectors.joining(", ")));
            }
            if (select.limit() != null) {
                text.append(" LIMIT ").append(select.limit());
                if (select.skip() > 0) {
                    text.append(" OFFSET ").append(select.skip());
                }
            }
            return text.toString();
        }

        /** Whatever stands beside a group's figures has to be one of its columns. */
        private SequencedSet<Measure> groups() {
            SequencedSet<Measure> groups = new LinkedHashSet<>();
            select.groupBy().forEach(column -> groups.add(Measure.of(column)));
            boolean grains =
                    select.items().stream().anyMatch(item -> item.form().grain() != null)
                            && (select.items().stream().anyMatch(Measure::aggregate)
                                    || select.orderBy().stream()
                                            .anyMatch(order -> order.measure().aggregate()));
            if (!groups.isEmpty() || grains) {
                select.items().forEach(item -> addPlain(item, groups));
                select.orderBy().forEach(order -> addPlain(order.measure(), groups));
            }
            return groups;
        }

        private static void addPlain(Measure measure, SequencedSet<Measure> groups) {
            if (!measure.aggregate() && measure.column() != Measure.ALL) {
                groups.add(measure);
            }
        }

        private String from(JoinTree tree) {
            StringBuilder text = new StringBuilder(named(0));
            for (int i = 0; i < tree.edges().size(); i++) {
                KeyEdge edge = tree.edges().get(i);
                text.append(" JOIN ").append(named(i + 1)).append(" ON ");
                text.append(
                        IntStream.range(0, edge.columns().size())
                                .mapToObj(pair ->
                                        equal(
                                                edge.columns().get(pair),
                                                edge.keyColumns().get(pair)))
                                .collect(Collectors.joining(" AND ")));
            }
            return text.toString();
        }

        private String named(int position) {
            TableFacts table = lookup.table(select.from().tables().get(position));
            return table(table) + " AS " + names.get(position);
        }

        private void conditions(String word, List<Condition> conditions, StringBuilder text) {
            if (!conditions.isEmpty()) {
                text.append(word)
                        .append(
                                conditions.stream()
                                        .map(this::condition)
                                        .collect(Collectors.joining(" AND ")));
            }
        }

        private String condition(Condition condition) {
            return switch (condition) {
                case Condition.Compared(Measure measure, Condition.Comparison how, Literal value) ->
                        measure(measure) + " " + how.sign() + " " + literal(measure, value);
                case Condition.Between(Measure measure, Literal low, Literal high) ->
                        measure(measure)
                                + " BETWEEN "
                                + literal(measure, low)
                                + " AND "
                                + literal(measure, high);
                case Condition.Like(int column, String pattern, boolean negated) ->
                        column(column)
                                + (negated ? " NOT " : " ")
                                + like()
                                + " "
                                + constant(pattern);
                case Condition.Missing(int column, boolean negated) ->
                        column(column) + (negated ? " IS NOT NULL" : " IS NULL");
                case Condition.ComparedToQuery(
                                Measure measure,
                                Condition.Comparison how,
                                Query query) ->
                        measure(measure) + " " + how.sign() + " (" + query(query) + ")";
                case Condition.In(int column, boolean negated, Query query) ->
                        in(column, negated, query);
                case Condition.Truth(int column, boolean value) ->
                        (value ? "" : "NOT ") + column(column);
                case Condition.Spelt(int column, String text, boolean negated) ->
                        "lower(trim("
                                + column(column)
                                + (negated ? ")) <> " : ")) = ")
                                + constant(text.strip().toLowerCase(Locale.ROOT));
                case Condition.ComparedColumns(int column, Condition.Comparison how, int other) ->
                        comparable(column) + " " + how.sign() + " " + comparable(other);
                case Condition.ComparedThrough(
                                int column,
                                Condition.Comparison how,
                                KeyEdge edge) ->
                        column(column) + " " + how.sign() + " " + through(column, edge);
                case Condition.Within within ->
                        measures.within(within, column(within.column()), lookup);
                case Condition.Any(List<Condition> any) ->
                        any.stream()
                                .map(this::condition)
                                .collect(Collectors.joining(" OR ", "(", ")"));
            };
        }

        private boolean alike(int left, int right) {
            return lookup.column(left).kind() == lookup.column(right).kind();
        }

        private String equal(int left, int right) {
            return alike(left, right)
                    ? column(left) + " = " + column(right)
                    : measures.asText(column(left)) + " = " + measures.asText(column(right));
        }

        /** Among what a query gives; as texts where the types differ. */
        private String in(int column, boolean negated, Query query) {
            int given = Parts.main(query).items().getFirst().column();
            boolean alike = given == Measure.ALL || alike(column, given);
            String in = negated ? " NOT IN (" : " IN (";
            return alike
                    ? column(column) + in + query(query) + ")"
                    : measures.asText(column(column)) + in + measures.texts(query(query)) + ")";
        }

        private String comparable(int id) {
            return lookup.column(id).kind() == Kind.MOMENT
                    ? measures.dayOf(column(id), lookup.lore(id).zoned())
                    : column(id);
        }

        private String measure(Measure measure) {
            Integer decimals = measure.form().decimals();
            return decimals == null
                    ? unrounded(measure)
                    : measures.rounded(unrounded(measure), decimals);
        }

        private String unrounded(Measure measure) {
            Against against = measure.form().against();
            return against == null
                    ? alone(measure)
                    : MeasureText.arithmetic(
                            against.how(), alone(measure), unrounded(against.measure()));
        }

        private String alone(Measure measure) {
            if (measure.function() == Measure.Function.SHARE) {
                return measure.form().share().stream()
                        .map(this::condition)
                        .collect(
                                Collectors.joining(
                                        " AND ", "avg(CASE WHEN ", " THEN 100.0 ELSE 0.0 END)"));
            }
            if (!measure.aggregate()) {
                return inner(measure);
            }
            String inner = inner(measure);
            return MeasureText.function(measure)
                    + (measure.distinct() ? "(DISTINCT " : "(")
                    + inner
                    + ")";
        }

        private String inner(Measure measure) {
            Form form = measure.form();
            if (measure.column() == Measure.ALL) {
                return "*";
            }
            String column =
                    form.through() == null
                            ? column(measure.column())
                            : through(measure.column(), form.through());
            if (form.times() != Measure.ALL) {
                return column + " * " + column(form.times());
            }
            return form.grain() == null
                    ? column
                    : measures.grain(form.grain(), column, lookup.lore(measure.column()).zoned());
        }

        /** The column of the row that this one's reference leads to. */
        private String through(int column, KeyEdge edge) {
            String other = "t" + ++aliases;
            String pairs =
                    IntStream.range(0, edge.columns().size())
                            .mapToObj(pair ->
                                    other
                                            + "."
                                            + quote(
                                                    lookup.column(edge.keyColumns().get(pair))
                                                            .name())
                                            + " = "
                                            + column(edge.columns().get(pair)))
                            .collect(Collectors.joining(" AND "));
            return "(SELECT "
                    + other
                    + "."
                    + quote(lookup.column(column).name())
                    + " FROM "
                    + table(lookup.table(edge.keyTable()))
                    + " AS "
                    + other
                    + " WHERE "
                    + pairs
                    + ")";
        }

        private String column(int id) {
            ColumnFacts column = lookup.column(id);
            int position = select.from().tables().indexOf(column.table());
            if (position < 0) {
                throw new IllegalStateException("not in FROM: " + column.name());
            }
            return names.get(position) + "." + quote(column.name());
        }

        private String literal(Measure measure, Literal value) {
            boolean asNumber =
                    value.number()
                            && (measure.aggregate()
                                    || lookup.column(measure.column()).kind() == Kind.NUMBER);
            return asNumber ? value.text() : constant(value.text());
        }
    }

    private static String constant(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
