package dev.surveyor.app.command;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was found, for people: a block per table, a line per column. */
final class InspectedText {

    private static final int NAME_CHARS_MAX = 40;
    private static final int TYPE_CHARS_MAX = 32;
    private static final int VALUE_CHARS_MAX = 20;
    private static final int VALUES_MAX = 4;
    private static final int SENTENCE_CHARS_MAX = 200;
    private static final long KIB = 1024;

    private final Structure structure;
    private final Map<TableName, TableProfile> profiles;

    InspectedText(Structure structure, Map<TableName, TableProfile> profiles) {
        this.structure = structure;
        this.profiles = profiles;
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %s: %,d tables, %,d columns, %,d relations%n",
                structure.server(),
                Printable.of(structure.database(), NAME_CHARS_MAX),
                structure.tables().size(),
                structure.tables().stream().mapToInt(table -> table.columns().size()).sum(),
                structure.relations().size());
        structure.tables().forEach(table -> print(out, table));
    }

    private void print(PrintWriter out, Table table) {
        TableProfile profile = profiles.get(table.name());
        out.println();
        out.println(head(table, profile));
        if (profile != null
                && profile.problem() != null
                && profile.problem().code() != Problem.Code.UNSUPPORTED) {
            out.println("  ! " + Printable.of(profile.problem().sentence(), SENTENCE_CHARS_MAX));
        }
        TextTable lines = new TextTable();
        for (Column column : table.columns()) {
            lines.add(cells(table, column, measured(profile, column)));
        }
        out.print(lines);
    }

    private static String head(Table table, @Nullable TableProfile profile) {
        List<String> words = new ArrayList<>();
        words.add(Printable.of(table.name().toString(), 2 * NAME_CHARS_MAX));
        words.add(table.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        rows(table, profile).ifPresent(words::add);
        if (table.estimate().bytes() >= 0) {
            words.add(bytes(table.estimate().bytes()));
        }
        if (table.partitions() > 0) {
            words.add("%,d partitions".formatted(table.partitions()));
        }
        if (!table.readable()) {
            words.add("not readable for us");
        }
        if (table.comment() != null) {
            words.add("'" + Printable.of(table.comment(), NAME_CHARS_MAX) + "'");
        }
        return String.join("  ", words);
    }

    private static Optional<String> rows(Table table, @Nullable TableProfile profile) {
        if (profile != null && profile.rows() != null) {
            return Optional.of(count(profile.rows()) + " rows");
        }
        long estimate = table.estimate().rows();
        return estimate < 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "~%,d rows", estimate));
    }

    private static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
        long value = bytes;
        int unit = 0;
        while (value >= 10 * KIB && unit < units.length - 1) {
            value /= KIB;
            unit++;
        }
        return String.format(Locale.ROOT, "%,d %s", value, units[unit]);
    }

    private static @Nullable ColumnProfile measured(@Nullable TableProfile profile, Column column) {
        return profile == null
                ? null
                : profile.columns().stream()
                        .filter(found -> found.column().equals(column.name()))
                        .findFirst()
                        .orElse(null);
    }

    private static List<String> cells(Table table, Column column, @Nullable ColumnProfile profile) {
        return List.of(
                Printable.of(column.name(), NAME_CHARS_MAX),
                Printable.of(column.type().name(), TYPE_CHARS_MAX),
                column.nullable() ? "" : "not null",
                links(table, column),
                profile == null ? "" : shape(profile),
                profile == null ? "" : values(profile));
    }

    private static String links(Table table, Column column) {
        List<String> links = new ArrayList<>();
        table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .ifPresent(_ -> links.add("key"));
        for (Relation relation : table.relations()) {
            int place = relation.columns().indexOf(column.name());
            if (place >= 0) {
                String target = relation.keyTable() + "." + relation.keyColumns().get(place);
                links.add("→ " + Printable.of(target, 2 * NAME_CHARS_MAX));
            }
        }
        return String.join(" ", links);
    }

    private static String shape(ColumnProfile profile) {
        List<String> words = new ArrayList<>();
        if (profile.distinct() != null) {
            words.add(count(profile.distinct()) + " distinct");
        }
        if (profile.nulls() != null && profile.nulls().value() > 0) {
            words.add(count(profile.nulls()) + " null");
        }
        if (profile.semanticType() != SemanticType.NONE) {
            words.add(profile.semanticType().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (profile.personal() != null) {
            words.add("personal");
        }
        return String.join(", ", words);
    }

    private static String count(Count count) {
        return String.format(Locale.ROOT, "%s%,d", count.exact() ? "" : "~", count.value());
    }

    /** Of personal columns none. */
    private static String values(ColumnProfile profile) {
        if (profile.personal() != null) {
            return "";
        }
        List<ProfiledValue> values =
                profile.values().isEmpty() ? profile.samples() : profile.values();
        String some =
                values.stream()
                        .limit(VALUES_MAX)
                        .map(value -> Printable.of(value.text(), VALUE_CHARS_MAX))
                        .collect(Collectors.joining(" | "));
        boolean more =
                values.size() > VALUES_MAX || profile.completeness() != Completeness.ALL_VALUES;
        return values.isEmpty() ? "" : more ? some + " …" : some;
    }
}
