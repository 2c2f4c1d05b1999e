package dev.surveyor.eval.planner;

import dev.surveyor.query.plan.choose.Curve;
import dev.surveyor.query.plan.choose.Roles;
import dev.surveyor.query.plan.choose.Weights;
import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Linker;
import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.read.Clues;
import dev.surveyor.query.plan.read.ColumnFeatures;
import dev.surveyor.query.plan.read.Head;
import dev.surveyor.query.plan.read.QuestionFeatures;
import dev.surveyor.query.plan.read.Role;
import dev.surveyor.query.plan.read.Skeleton;
import dev.surveyor.query.plan.read.SoftMax;
import dev.surveyor.query.plan.read.Symbols;
import dev.surveyor.query.plan.read.TableFeatures;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Learns to read from golds as plans. */
final class ReaderTraining {

    private static final List<String> NO_YES = List.of("no", "yes");
    private static final int LABEL_MIN = 4;
    private static final int QUESTION_DATABASES_MIN = 3;
    private static final int COLUMN_DATABASES_MIN = 3;

    private static final Curve NO_CURVE = new Curve(Map.of());

    private ReaderTraining() {}

    /** Weights that read, and rank nothing yet. */
    static Weights learn(List<Studied> questions) {
        FeatureTable questionTable = new FeatureTable(QUESTION_DATABASES_MIN);
        FeatureTable columnTable = new FeatureTable(COLUMN_DATABASES_MIN);
        FeatureTable tableTable = new FeatureTable(COLUMN_DATABASES_MIN);
        Map<Head, SoftMaxTraining> heads = new EnumMap<>(Head.class);
        Map<Head, Map<String, Integer>> labels = labels(questions);
        labels.forEach((head, counts) ->
                heads.put(
                        head,
                        new SoftMaxTraining(
                                counts.entrySet().stream()
                                        .filter(entry -> entry.getValue() >= LABEL_MIN)
                                        .map(Map.Entry::getKey)
                                        .sorted()
                                        .toList(),
                                questionTable)));
        Map<Role, SoftMaxTraining> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            roles.put(role, new SoftMaxTraining(NO_YES, columnTable));
        }
        SoftMaxTraining tables = new SoftMaxTraining(NO_YES, tableTable);
        for (Studied question : questions) {
            study(question, heads, roles, tables, questionTable, columnTable, tableTable);
        }
        Map<Head, SoftMax> learntHeads = new EnumMap<>(Head.class);
        heads.forEach((head, training) -> learntHeads.put(head, training.learn()));
        Map<Role, SoftMax> learntRoles = new EnumMap<>(Role.class);
        roles.forEach((role, training) -> learntRoles.put(role, training.learn()));
        return new Weights(learntHeads, learntRoles, tables.learn(), Map.of(), NO_CURVE, NO_CURVE);
    }

    private static Map<Head, Map<String, Integer>> labels(List<Studied> questions) {
        Map<Head, Map<String, Integer>> labels = new EnumMap<>(Head.class);
        for (Studied question : questions) {
            Skeleton.of(question.gold())
                    .forEach((head, label) ->
                            labels.computeIfAbsent(head, none -> new HashMap<>())
                                    .merge(label, 1, Integer::sum));
        }
        return labels;
    }

    private static void study(
            Studied studied,
            Map<Head, SoftMaxTraining> heads,
            Map<Role, SoftMaxTraining> roles,
            SoftMaxTraining tables,
            FeatureTable questionTable,
            FeatureTable columnTable,
            FeatureTable tableTable) {
        String database = studied.question().database();
        Links links = Linker.link(studied.lookup(), studied.sentence());
        Clues clues = Clues.of(studied.sentence());
        Symbols symbols = Symbols.of(links, clues);
        int[] features = questionTable.ids(database, QuestionFeatures.of(links, clues, symbols));
        Map<Head, String> skeleton = Skeleton.of(studied.gold());
        heads.forEach((head, training) -> training.add(features, skeleton.getOrDefault(head, "")));
        Map<Role, Set<Integer>> parts = Roles.of(studied.gold());
        for (ColumnFacts column : studied.lookup().columns()) {
            int[] said =
                    columnTable.ids(
                            database,
                            ColumnFeatures.of(column, studied.lookup(), links, clues, symbols));
            roles.forEach((role, training) ->
                    training.add(
                            said,
                            parts.getOrDefault(role, Set.of()).contains(column.id())
                                    ? "yes"
                                    : "no"));
        }
        Set<Integer> used = new HashSet<>();
        Parts.selects(studied.gold()).forEach(select -> used.addAll(select.from().tables()));
        for (TableFacts table : studied.lookup().tables()) {
            tables.add(
                    tableTable.ids(
                            database, TableFeatures.of(table, studied.lookup(), links, symbols)),
                    used.contains(table.id()) ? "yes" : "no");
        }
    }
}
