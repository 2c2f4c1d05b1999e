package dev.surveyor.eval.guard;

import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code policy.json} and {@code policy_rows.json} of a corpus. */
public record PolicyFiles(JsonNode policy, JsonNode rows) {

    /** Name and password of a login. */
    public record Login(String name, String password) {}

    public static PolicyFiles of(Corpus corpus) {
        JsonMapper json = JsonMapper.shared();
        return new PolicyFiles(
                json.readTree(corpus.text("policy.json")),
                json.readTree(corpus.text("policy_rows.json")));
    }

    public String database() {
        return policy.path("database").asString();
    }

    public Login login(String role) {
        JsonNode login = policy.path("roles").path(role);
        return new Login(login.path(0).asString(), login.path(1).asString());
    }

    public Policies plain() {
        return policies(List.of(), List.of());
    }

    public Policies withRows() {
        List<RowFilter> filters = new ArrayList<>();
        for (Map.Entry<String, JsonNode> filter : rows.path("rowFilters").properties()) {
            filters.add(new RowFilter(table(filter.getKey()), filter.getValue().asString()));
        }
        List<Mask> masks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> mask : rows.path("masks").properties()) {
            String kind = mask.getValue().asString().toUpperCase(Locale.ROOT);
            masks.add(new Mask(column(mask.getKey()), Mask.Kind.valueOf(kind)));
        }
        return policies(filters, masks);
    }

    private Policies policies(List<RowFilter> filters, List<Mask> masks) {
        return new Policies(
                texts("schemas"),
                List.of(),
                texts("hiddenTables").stream().map(PolicyFiles::table).toList(),
                texts("hiddenColumns").stream().map(PolicyFiles::column).toList(),
                filters,
                masks,
                texts("trustedFunctions"),
                List.of());
    }

    private List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : policy.path(name)) {
            texts.add(text.asString());
        }
        return texts;
    }

    private static TableName table(String name) {
        int dot = name.indexOf('.');
        return new TableName(name.substring(0, dot), name.substring(dot + 1));
    }

    private static ColumnName column(String name) {
        int dot = name.lastIndexOf('.');
        return new ColumnName(table(name.substring(0, dot)), name.substring(dot + 1));
    }
}
