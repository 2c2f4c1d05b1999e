package dev.surveyor.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Insights and what belongs to them as texts: equal texts for equal things, byte by byte. */
public final class InsightText {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Relation.Declared.class, name = "database"),
        @JsonSubTypes.Type(value = Relation.Inferred.class, name = "inference")
    })
    private interface OriginForm {}

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addMixIn(Relation.Origin.class, OriginForm.class)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .withConfigOverride(
                            List.class,
                            list ->
                                    list.setInclude(
                                                    JsonInclude.Value.construct(
                                                            JsonInclude.Include.NON_EMPTY,
                                                            JsonInclude.Include.ALWAYS))
                                            .setNullHandling(
                                                    JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                    .build();

    private InsightText() {}

    public static String of(Insight insight) {
        return JSON.writeValueAsString(insight);
    }

    public static Insight insight(String text) {
        return JSON.readValue(text, Insight.class);
    }

    public static String ofRelations(List<Relation> relations) {
        return JSON.writerFor(new TypeReference<List<Relation>>() {}).writeValueAsString(relations);
    }

    public static List<Relation> relations(String text) {
        return JSON.readValue(text, new TypeReference<List<Relation>>() {});
    }

    public static String ofSchemas(List<Schema> schemas) {
        return JSON.writeValueAsString(schemas);
    }

    public static List<Schema> schemas(String text) {
        return JSON.readValue(text, new TypeReference<List<Schema>>() {});
    }

    public static String ofCorrections(List<Correction> corrections) {
        return JSON.writeValueAsString(corrections);
    }

    public static List<Correction> corrections(String text) {
        return JSON.readValue(text, new TypeReference<List<Correction>>() {});
    }

    public static String of(Drift drift) {
        return JSON.writeValueAsString(drift);
    }

    public static Drift drift(String text) {
        return JSON.readValue(text, Drift.class);
    }
}
