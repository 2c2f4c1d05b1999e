package dev.surveyor.connections.saved;

import dev.surveyor.access.Role;
import dev.surveyor.catalog.ColumnName;
import dev.surveyor.catalog.Mask;
import dev.surveyor.catalog.RowFilter;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.AskerAttribute;
import dev.surveyor.connections.ConnectionPolicies;
import dev.surveyor.connections.PolicyRule;
import dev.surveyor.connections.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Policies over HTTP, with every field's limits. */
record PolicyFields(
        @NotNull @Size(max = 100) List<@NotNull @Valid PolicyRuleFields> rules,
        @Nullable @Size(max = 5000) List<@NotNull @Valid PolicyAttribute> attributes,
        @Nullable Boolean liftedForOwners,
        @Nullable @Size(max = 200) List<@NotNull @Size(min = 1, max = 300) String> trustedFunctions,
        @Nullable @Size(max = 200) List<@NotNull @Valid PolicyTable> trustedViews) {

    record PolicyTable(
            @NotNull @Size(min = 1, max = 128) String schema,
            @NotNull @Size(min = 1, max = 128) String table) {

        TableName name() {
            return new TableName(schema, table);
        }
    }

    record PolicyColumn(
            @NotNull @Size(min = 1, max = 128) String schema,
            @NotNull @Size(min = 1, max = 128) String table,
            @NotNull @Size(min = 1, max = 128) String column) {

        ColumnName name() {
            return new ColumnName(new TableName(schema, table), column);
        }
    }

    record PolicyFilter(
            @NotNull @Size(min = 1, max = 128) String schema,
            @NotNull @Size(min = 1, max = 128) String table,
            @NotNull @Size(min = 1, max = 2000) String condition) {}

    record PolicyAttribute(
            @NotNull UUID person,
            @NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,39}") String name,
            @NotNull @Size(max = 200) String value) {}

    record PolicyMask(
            @NotNull @Size(min = 1, max = 128) String schema,
            @NotNull @Size(min = 1, max = 128) String table,
            @NotNull @Size(min = 1, max = 128) String column,
            @NotNull Mask.Kind kind) {}

    /** Binds everybody, unless a share, a role or a person is named. */
    record PolicyRuleFields(
            @Nullable Right share,
            @Nullable Role role,
            @Nullable UUID person,
            @Nullable @Size(max = 200) List<@NotNull @Size(min = 1, max = 128) String> hiddenSchemas,
            @Nullable @Size(max = 1000) List<@NotNull @Valid PolicyTable> hiddenTables,
            @Nullable @Size(max = 1000) List<@NotNull @Valid PolicyColumn> hiddenColumns,
            @Nullable @Size(max = 200) List<@NotNull @Valid PolicyFilter> rowFilters,
            @Nullable @Size(max = 1000) List<@NotNull @Valid PolicyMask> masks) {

        PolicyRule rule() {
            return new PolicyRule(
                    share,
                    role,
                    person,
                    orNone(hiddenSchemas),
                    orNone(hiddenTables).stream().map(PolicyTable::name).toList(),
                    orNone(hiddenColumns).stream().map(PolicyColumn::name).toList(),
                    orNone(rowFilters).stream()
                            .map(filter ->
                                    new RowFilter(
                                            new TableName(filter.schema(), filter.table()),
                                            filter.condition()))
                            .toList(),
                    orNone(masks).stream()
                            .map(mask ->
                                    new Mask(
                                            new ColumnName(
                                                    new TableName(mask.schema(), mask.table()),
                                                    mask.column()),
                                            mask.kind()))
                            .toList());
        }

        static PolicyRuleFields of(PolicyRule rule) {
            return new PolicyRuleFields(
                    rule.share(),
                    rule.role(),
                    rule.person(),
                    rule.hiddenSchemas(),
                    rule.hiddenTables().stream().map(PolicyFields::table).toList(),
                    rule.hiddenColumns().stream()
                            .map(column ->
                                    new PolicyColumn(
                                            column.table().schema(),
                                            column.table().name(),
                                            column.name()))
                            .toList(),
                    rule.rowFilters().stream()
                            .map(filter ->
                                    new PolicyFilter(
                                            filter.table().schema(),
                                            filter.table().name(),
                                            filter.condition()))
                            .toList(),
                    rule.masks().stream()
                            .map(mask ->
                                    new PolicyMask(
                                            mask.column().table().schema(),
                                            mask.column().table().name(),
                                            mask.column().name(),
                                            mask.kind()))
                            .toList());
        }
    }

    ConnectionPolicies policies() {
        return new ConnectionPolicies(
                rules.stream().map(PolicyRuleFields::rule).toList(),
                orNone(attributes).stream()
                        .map(each -> new AskerAttribute(each.person(), each.name(), each.value()))
                        .toList(),
                Boolean.TRUE.equals(liftedForOwners),
                orNone(trustedFunctions),
                orNone(trustedViews).stream().map(PolicyTable::name).toList());
    }

    static PolicyFields of(ConnectionPolicies policies) {
        return new PolicyFields(
                policies.rules().stream().map(PolicyRuleFields::of).toList(),
                policies.attributes().stream()
                        .map(each -> new PolicyAttribute(each.person(), each.name(), each.value()))
                        .toList(),
                policies.liftedForOwners(),
                policies.trustedFunctions(),
                policies.trustedViews().stream().map(PolicyFields::table).toList());
    }

    private static PolicyTable table(TableName name) {
        return new PolicyTable(name.schema(), name.name());
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
