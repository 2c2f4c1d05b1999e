package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.compose.Draft;
import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.ColumnFacts.Kind;
import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Measure;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Clue;
import dev.surveyor.query.plan.read.Head;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.read.Role;
import dev.surveyor.query.plan.read.Skeleton;
import dev.surveyor.query.plan.words.Lexicon;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What speaks for and against a plan, in figures. */
public final class PlanFeatures {

    /** In the order in which they are given. */
    public static final List<String> NAMES =
            List.of(
                    "skipped",
                    "fit",
                    "head ITEMS",
                    "head MEASURES",
                    "head DISTINCT",
                    "head CONDITIONS",
                    "head COMPARISONS",
                    "head GROUP",
                    "head HAVING",
                    "head ORDER",
                    "head NESTING",
                    "head TABLES",
                    "heads",
                    "role SHOWN",
                    "worst SHOWN",
                    "role MEASURED",
                    "worst MEASURED",
                    "role CONDITION",
                    "worst CONDITION",
                    "role GROUP",
                    "worst GROUP",
                    "role ORDER",
                    "worst ORDER",
                    "roles",
                    "tables needless",
                    "tables missing",
                    "tree cost",
                    "tables",
                    "idle leaves",
                    "odd figures",
                    "keys shown",
                    "shown though fixed",
                    "doubtful conditions",
                    "groups of one",
                    "groups for nothing",
                    "sorted by text",
                    "uncovered",
                    "figures unsaid",
                    "figures unused",
                    "count unused",
                    "limit unused",
                    "items twice",
                    "alphabetical",
                    "direction unlike",
                    "direction unused",
                    "groups unseen",
                    "sort key shown",
                    "names apart");

    private final Lookup lookup;
    private final Reading reading;
    private final Query query;
    private final Query.Select main;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    private PlanFeatures(Lookup lookup, Reading reading, Query query) {
        this.lookup = lookup;
        this.reading = reading;
        this.query = query;
        this.main = Parts.main(query);
    }

    /** By name, always the same names in the same order. */
    public static Map<String, Double> of(Draft draft, Lookup lookup, Reading reading) {
        PlanFeatures features = new PlanFeatures(lookup, reading, draft.query());
        features.figures.put("skipped", (double) draft.skipped());
        features.figures.put("fit", draft.fit());
        features.heads();
        features.roles();
        features.tables();
        features.sense();
        features.coverage();
        features.agreement();
        features.order();
        return features.figures;
    }

    private void heads() {
        Map<Head, String> labels = Skeleton.of(query);
        double sum = 0;
        for (Head head : Head.values()) {
            double chance = Math.log(reading.chance(head, labels.getOrDefault(head, "")));
            figures.put("head " + head, Math.max(-6, chance));
            sum += chance;
        }
        figures.put("heads", sum);
    }

    private void roles() {
        Map<Role, Set<Integer>> parts = Roles.of(query);
        double all = 0;
        for (Map.Entry<Role, Set<Integer>> part : parts.entrySet()) {
            double regret = 0;
            double worst = 0;
            for (ColumnFacts column : lookup.columns()) {
                double lean = reading.lean(part.getKey(), column.id());
                if (part.getValue().contains(column.id())) {
                    regret += Math.min(0, lean);
                    worst = Math.min(worst, lean);
                } else {
                    regret -= Math.max(0, lean);
                }
            }
            figures.put("role " + part.getKey(), regret);
            figures.put("worst " + part.getKey(), worst);
            all += regret;
        }
        figures.put("roles", all);
    }

    private void tables() {
        Set<Integer> used = new HashSet<>();
        Parts.selects(query).forEach(select -> used.addAll(select.from().tables()));
        double regret = 0;
        double missing = 0;
        for (int table = 0; table < lookup.tables().size(); table++) {
            double lean = reading.tableLean(table);
            if (used.contains(table)) {
                regret += Math.min(0, lean);
            } else {
                missing -= Math.max(0, lean);
            }
        }
        figures.put("tables needless", regret);
        figures.put("tables missing", missing);
        figures.put("tree cost", main.from().cost());
        figures.put("tables", (double) main.from().tables().size());
        Set<Integer> owners = new HashSet<>();
        Map<Role, Set<Integer>> parts = Roles.of(main);
        parts.values().forEach(columns -> columns.forEach(id -> owners.add(lookup.column(id).table())));
        long leaves =
                main.from().tables().stream()
                        .filter(table ->
                                !owners.contains(table)
                                        && main.from().edges().stream()
                                                        .filter(edge -> edge.touches(table))
                                                        .count()
                                                <= 1)
                        .count();
        figures.put("idle leaves", main.from().tables().size() == 1 ? 0.0 : (double) leaves);
    }

    private void sense() {
        double odd = 0;
        double keysShown = 0;
        for (Measure item : main.items()) {
            if (item.column() >= 0) {
                ColumnFacts column = lookup.column(item.column());
                boolean computed =
                        item.function() == Measure.Function.AVG
                                || item.function() == Measure.Function.SUM;
                odd += computed && (column.kind() != Kind.NUMBER || column.isKeyLike()) ? 1 : 0;
                keysShown += !item.aggregate() && column.isKeyLike() ? 1 : 0;
            }
        }
        figures.put("odd figures", odd);
        figures.put("keys shown", keysShown);
        double fixed = 0;
        double doubtful = 0;
        for (Condition condition : Parts.simple(main.where())) {
            int id = Parts.column(condition);
            if (id >= 0) {
                boolean equal =
                        condition instanceof Condition.Compared compared
                                && compared.comparison() == Condition.Comparison.EQUAL;
                fixed += equal && main.items().contains(Measure.of(id)) ? 1 : 0;
                doubtful += isDoubtful(condition, lookup.column(id)) ? 1 : 0;
            }
        }
        figures.put("shown though fixed", fixed);
        figures.put("doubtful conditions", doubtful);
        double unique = 0;
        for (int id : main.groupBy()) {
            unique += lookup.column(id).key() && main.from().tables().size() == 1 ? 1 : 0;
        }
        figures.put("groups of one", unique);
        boolean grouped = !main.groupBy().isEmpty();
        boolean figure =
                main.items().stream().anyMatch(Measure::aggregate)
                        || !main.having().isEmpty()
                        || main.orderBy().stream().anyMatch(order -> order.measure().aggregate());
        figures.put("groups for nothing", grouped && !figure ? 1.0 : 0.0);
        figures.put(
                "sorted by text",
                main.orderBy().stream()
                        .filter(order -> order.measure().column() >= 0 && main.limit() != null)
                        .filter(order -> lookup.column(order.measure().column()).kind() == Kind.TEXT)
                        .count()
                        * 1.0);
    }

    /** A value outside of what the column holds. */
    private static boolean isDoubtful(Condition condition, ColumnFacts column) {
        if (!(condition instanceof Condition.Compared compared) || compared.measure().aggregate()) {
            return false;
        }
        if (compared.value().number() && column.min() != null && column.max() != null) {
            double value = Double.parseDouble(compared.value().text());
            return value < column.min() || value > column.max();
        }
        return column.complete()
                && compared.comparison() == Condition.Comparison.EQUAL
                && !column.values().contains(compared.value().text());
    }

    /** Content words that nothing in the plan accounts for. */
    private void coverage() {
        Links links = reading.links();
        Set<Integer> columns = new HashSet<>();
        Set<Integer> tables = new HashSet<>();
        for (Query.Select select : Parts.selects(query)) {
            tables.addAll(select.from().tables());
            Roles.of(select).values().forEach(columns::addAll);
        }
        double uncovered = 0;
        for (int i = 0; i < links.sentence().size(); i++) {
            int token = i;
            boolean function = Lexicon.isFunctionWord(links.sentence().lower(i));
            boolean linked =
                    links.columns().stream()
                                    .flatMap(each -> each.stream())
                                    .anyMatch(mention -> mention.covers(token))
                            || links.tables().stream()
                                    .flatMap(each -> each.stream())
                                    .anyMatch(mention -> mention.covers(token));
            if (!function && linked && !isCovered(token, columns, tables, links)) {
                uncovered++;
            }
        }
        figures.put("uncovered", uncovered);
    }

    private static boolean isCovered(
            int token, Set<Integer> columns, Set<Integer> tables, Links links) {
        for (int column : columns) {
            for (Mention mention : links.columns().get(column)) {
                if (mention.covers(token)) {
                    return true;
                }
            }
        }
        for (int table : tables) {
            for (Mention mention : links.tables().get(table)) {
                if (mention.covers(token)) {
                    return true;
                }
            }
        }
        return links.inValue(token);
    }

    /** Whether what is computed is what was said. */
    private void agreement() {
        Set<Measure.Function> said = EnumSet.noneOf(Measure.Function.class);
        reading.clues().of(Clue.Figure.class).forEach(clue -> said.add(clue.function()));
        Set<Measure.Function> used = EnumSet.noneOf(Measure.Function.class);
        for (Query.Select select : Parts.selects(query)) {
            select.items().forEach(item -> used.add(item.function()));
            select.orderBy().forEach(order -> used.add(order.measure().function()));
            select.having().stream()
                    .filter(Condition.Compared.class::isInstance)
                    .map(Condition.Compared.class::cast)
                    .forEach(each -> used.add(each.measure().function()));
        }
        double unsaid = 0;
        double unused = 0;
        for (Measure.Function function :
                List.of(
                        Measure.Function.AVG,
                        Measure.Function.SUM,
                        Measure.Function.MIN,
                        Measure.Function.MAX)) {
            boolean strict = function == Measure.Function.AVG || function == Measure.Function.SUM;
            unsaid += used.contains(function) && !said.contains(function) ? 1 : 0;
            unused +=
                    said.contains(function)
                                    && !used.contains(function)
                                    && (strict || main.limit() == null)
                            ? 1
                            : 0;
        }
        figures.put("figures unsaid", unsaid);
        figures.put("figures unused", unused);
        figures.put(
                "count unused",
                said.contains(Measure.Function.COUNT)
                                && !used.contains(Measure.Function.COUNT)
                                && !used.contains(Measure.Function.SUM)
                        ? 1.0
                        : 0.0);
        figures.put(
                "limit unused",
                reading.clues().any(Clue.Limit.class) && main.limit() == null ? 1.0 : 0.0);
        figures.put("items twice", (double) rivals());
        boolean alphabetical =
                reading.links().sentence().tokens().stream()
                        .anyMatch(token -> token.stem().startsWith("alphabet"));
        boolean sorted =
                main.orderBy().stream()
                        .anyMatch(order ->
                                order.measure().column() >= 0
                                        && lookup.column(order.measure().column()).kind()
                                                == Kind.TEXT);
        figures.put("alphabetical", alphabetical && sorted ? 1.0 : 0.0);
    }

    /** Pairs of shown columns that the same words mean. */
    private int rivals() {
        int rivals = 0;
        for (Measure one : main.items()) {
            for (Measure other : main.items()) {
                if (one.column() > other.column() && other.column() >= 0) {
                    Mention first = reading.links().column(one.column()).orElse(null);
                    Mention second = reading.links().column(other.column()).orElse(null);
                    rivals +=
                            first != null
                                            && second != null
                                            && first.rivals(second)
                                            && !reading.links().sentence().says(first.from(), "full")
                                    ? 1
                                    : 0;
                }
            }
        }
        return rivals;
    }

    /** Order as it is said, groups that are seen, first and last name of one table. */
    private void order() {
        List<Clue.Direction> said = reading.clues().of(Clue.Direction.class).toList();
        double unlike = 0;
        for (Query.Order order : main.orderBy()) {
            boolean same =
                    said.stream().anyMatch(clue -> clue.descending() == order.descending());
            unlike += said.isEmpty() || same ? 0 : 1;
        }
        figures.put("direction unlike", unlike);
        boolean computed = main.items().stream().anyMatch(Measure::aggregate);
        figures.put(
                "direction unused",
                !said.isEmpty() && main.orderBy().isEmpty() && !computed ? 1.0 : 0.0);
        double unseen = 0;
        for (int group : main.groupBy()) {
            boolean shown = main.items().contains(Measure.of(group));
            unseen += shown || lookup.column(group).isKeyLike() ? 0 : 1;
        }
        figures.put("groups unseen", unseen);
        boolean keyShown =
                main.limit() != null
                        && main.orderBy().stream()
                                .anyMatch(order ->
                                        !order.measure().aggregate()
                                                && main.items().contains(order.measure()));
        figures.put("sort key shown", keyShown ? 1.0 : 0.0);
        figures.put("names apart", (double) apart());
    }

    /** Values that stand side by side but are sought in different tables. */
    private int apart() {
        int apart = 0;
        List<Condition> conditions = Parts.simple(main.where());
        for (int i = 1; i < conditions.size(); i++) {
            int[] before = place(conditions.get(i - 1));
            int[] here = place(conditions.get(i));
            if (before.length > 0 && here.length > 0 && before[1] == here[0]) {
                int one = lookup.column(Parts.column(conditions.get(i - 1))).table();
                int other = lookup.column(Parts.column(conditions.get(i))).table();
                apart += one == other ? 0 : 1;
            }
        }
        return apart;
    }

    /** Where a value stands in the question; empty: nowhere. */
    private int[] place(Condition condition) {
        return condition instanceof Condition.Compared compared && compared.measure().column() >= 0
                ? reading.links().values().stream()
                        .filter(value ->
                                value.column() == compared.measure().column()
                                        && value.text().equals(compared.value().text()))
                        .findFirst()
                        .map(value -> new int[] {value.from(), value.to()})
                        .orElse(new int[0])
                : new int[0];
    }
}
