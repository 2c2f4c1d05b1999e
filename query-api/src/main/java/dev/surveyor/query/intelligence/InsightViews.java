package dev.surveyor.query.intelligence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.TableKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Insights as they go over the wire. */
final class InsightViews {

    /** A table in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListedInsight(
            UUID id,
            String schema,
            String name,
            TableKind kind,
            @Nullable Long rows,
            int columns,
            String description,
            Description.Origin describedBy,
            @Nullable String problem) {

        static ListedInsight of(UUID connection, Insight insight) {
            return new ListedInsight(
                    Insight.id(connection, insight.name()),
                    insight.name().schema(),
                    insight.name().name(),
                    insight.table().kind(),
                    value(insight.profile().rows()),
                    insight.columns().size(),
                    insight.description().text(),
                    insight.description().origin(),
                    sentence(insight.profile().problem()));
        }
    }

    /** A value of a column, and how many rows hold it; left out: nobody counted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ValueView(String text, boolean cut, @Nullable Long rows) {

        static ValueView of(ProfiledValue value) {
            return new ValueView(
                    value.text(),
                    value.cut(),
                    value.rows() == ProfiledValue.UNCOUNTED ? null : value.rows());
        }
    }

    /** A column with what was measured of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ColumnView(
            String name,
            String type,
            boolean nullable,
            StrategyVerdict strategy,
            boolean personal,
            Description description,
            List<String> synonyms,
            @Nullable SemanticType meaning,
            @Nullable Long nulls,
            @Nullable Long distinct,
            @Nullable ValueView min,
            @Nullable ValueView max,
            @Nullable String pattern,
            @Nullable Completeness completeness,
            List<ValueView> values,
            List<ValueView> samples,
            @Nullable String problem) {

        static ColumnView of(Insight insight, ColumnInsight column) {
            Column declared = insight.table().column(column.name()).orElseThrow();
            ColumnProfile profile = insight.profile().column(column.name()).orElse(null);
            return new ColumnView(
                    column.name(),
                    declared.type().name(),
                    declared.nullable(),
                    column.strategy(),
                    column.personal(),
                    column.description(),
                    column.synonyms(),
                    profile == null ? null : profile.semanticType(),
                    profile == null ? null : value(profile.nulls()),
                    profile == null ? null : value(profile.distinct()),
                    profile == null ? null : view(profile.min()),
                    profile == null ? null : view(profile.max()),
                    profile == null ? null : profile.pattern(),
                    profile == null ? null : profile.completeness(),
                    profile == null ? List.of() : views(profile.values()),
                    profile == null ? List.of() : views(profile.samples()),
                    profile == null ? null : sentence(profile.problem()));
        }
    }

    /** Rows that point at others; inferred with how sure that is and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RelationView(
            String schema,
            String table,
            List<String> columns,
            String keySchema,
            String keyTable,
            List<String> keyColumns,
            boolean declared,
            @Nullable Double confidence,
            @Nullable String reason) {

        static RelationView of(Relation relation) {
            Relation.Inferred inferred =
                    relation.origin() instanceof Relation.Inferred found ? found : null;
            return new RelationView(
                    relation.table().schema(),
                    relation.table().name(),
                    relation.columns(),
                    relation.keyTable().schema(),
                    relation.keyTable().name(),
                    relation.keyColumns(),
                    relation.declared(),
                    inferred == null ? null : inferred.confidence(),
                    inferred == null ? null : inferred.reason());
        }
    }

    /**
     * All that an edition knows of a table, as far as the asker may know it.
     *
     * @param document left out where something of the table is hidden from the asker
     * @param correctionVersion to be sent along with corrections
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InsightDetail(
            ListedInsight table,
            List<String> synonyms,
            List<String> questions,
            List<ColumnView> columns,
            List<RelationView> relations,
            String document,
            long correctionVersion) {}

    private InsightViews() {}

    private static @Nullable Long value(@Nullable Count count) {
        return count == null ? null : count.value();
    }

    private static @Nullable String sentence(@Nullable Problem problem) {
        return problem == null ? null : problem.sentence();
    }

    private static @Nullable ValueView view(@Nullable ProfiledValue value) {
        return value == null ? null : ValueView.of(value);
    }

    private static List<ValueView> views(List<ProfiledValue> values) {
        return values.stream().map(ValueView::of).toList();
    }
}
