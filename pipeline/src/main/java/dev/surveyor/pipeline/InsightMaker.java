package dev.surveyor.pipeline;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.PersonalEvidence;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.embeddings.Document;
import dev.surveyor.embeddings.Passage;
import dev.surveyor.pipeline.document.Descriptions;
import dev.surveyor.pipeline.document.Pointers;
import dev.surveyor.pipeline.document.TableDocument;
import dev.surveyor.pipeline.document.TablePassages;
import dev.surveyor.pipeline.document.TypicalQuestions;
import dev.surveyor.pipeline.strategy.ColumnFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what was found of a table what an edition knows of it. The same findings give the same
 * insight to the last byte, whenever and wherever; safe for many threads if the advisor is.
 */
public final class InsightMaker {

    /** Evidence that is weaker does not make a column personal. */
    private static final double PERSONAL_MIN = 0.5;

    private final String database;
    private final int categoriesMax;
    private final boolean keepValues;
    private final AdvisedStrategies strategies;

    /**
     * @param database its name, as its server or its file is called
     * @param categoriesMax most distinct values of which all are kept
     * @param keepValues whether values are kept; if not, only the shape of every column is
     * @param advisor asked where rules are unsure
     */
    public InsightMaker(
            String database, int categoriesMax, boolean keepValues, StrategyAdvisor advisor) {
        this.database = database;
        this.categoriesMax = categoriesMax;
        this.keepValues = keepValues;
        this.strategies = new AdvisedStrategies(advisor);
    }

    public Insight insight(TableFindings findings) {
        Table table = findings.table();
        Pointers pointers = new Pointers(table, findings.relations());
        Map<String, ColumnProfile> profiles = new HashMap<>();
        findings.profile().columns().forEach(each -> profiles.put(each.column(), each));
        List<ColumnFacts> facts =
                table.columns().stream()
                        .map(column ->
                                facts(findings, pointers, column, profiles.get(column.name())))
                        .toList();
        Optional<Correction> own = Correction.ofTable(findings.corrections(), table.name());
        Description description = Descriptions.of(table, pointers, own);
        Map<String, StrategyVerdict> verdicts =
                strategies.of(table.name(), description, facts, findings.corrections());
        List<ColumnInsight> columns =
                facts.stream().map(each -> column(each, verdicts, pointers, findings)).toList();
        Insight undocumented =
                new Insight(
                        table,
                        kept(findings.profile(), facts),
                        columns,
                        findings.relations(),
                        description,
                        own.map(Correction::synonyms).orElse(List.of()),
                        TypicalQuestions.of(table, findings.profile(), columns, pointers),
                        "");
        return documented(undocumented, findings.pointing());
    }

    /**
     * The same insight with its document written anew, after corrections were applied to it.
     *
     * @param pointing relations of other tables at this one, declared and inferred
     */
    public Insight documented(Insight insight, List<Relation> pointing) {
        return insight.withDocument(TableDocument.of(database, insight, pointing));
    }

    /**
     * The texts by which the table is found, in an order that is always the same.
     *
     * @param chunks cuts a document as the embedding model needs it
     */
    public List<Passage> passages(Insight insight, Function<Document, List<String>> chunks) {
        return TablePassages.of(database, insight, chunks);
    }

    private ColumnFacts facts(
            TableFindings findings,
            Pointers pointers,
            Column column,
            @Nullable ColumnProfile profile) {
        return new ColumnFacts(
                findings.table(),
                column,
                profile,
                findings.profile().rows(),
                pointers.of(column.name()).isPresent(),
                isPersonal(findings, column, profile),
                categoriesMax);
    }

    private static boolean isPersonal(
            TableFindings findings, Column column, @Nullable ColumnProfile profile) {
        Boolean said =
                Correction.ofColumn(findings.corrections(), findings.table().name(), column.name())
                        .map(Correction::personal)
                        .orElse(null);
        if (said != null) {
            return said;
        }
        PersonalEvidence evidence = profile == null ? null : profile.personal();
        return evidence != null && evidence.confidence() >= PERSONAL_MIN;
    }

    private static ColumnInsight column(
            ColumnFacts facts,
            Map<String, StrategyVerdict> verdicts,
            Pointers pointers,
            TableFindings findings) {
        Column column = facts.column();
        Optional<Correction> said =
                Correction.ofColumn(findings.corrections(), findings.table().name(), column.name());
        return new ColumnInsight(
                column.name(),
                Objects.requireNonNull(verdicts.get(column.name())),
                facts.personal(),
                Descriptions.of(facts.table(), column, facts.profile(), pointers, said),
                said.map(Correction::synonyms).orElse(List.of()));
    }

    private TableProfile kept(TableProfile profile, List<ColumnFacts> facts) {
        Set<String> personal = new HashSet<>();
        facts.stream()
                .filter(ColumnFacts::personal)
                .forEach(each -> personal.add(each.column().name()));
        return profile.withColumns(
                profile.columns().stream()
                        .map(each ->
                                keepValues && !personal.contains(each.column())
                                        ? each
                                        : each.shapeOnly())
                        .toList());
    }
}
