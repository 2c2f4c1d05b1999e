package dev.surveyor.pipeline.document;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Description;
import dev.surveyor.catalog.Description.Origin;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tables and columns are, in the words of whoever says it best: owner, comment, template. */
public final class Descriptions {

    private static final int CHARS_MAX = 600;
    private static final int OWNERS_NAMED = 4;
    private static final int COLUMNS_NAMED = 8;

    private Descriptions() {}

    public static Description of(Table table, Pointers pointers, Optional<Correction> correction) {
        return said(correction, table.comment())
                .orElseGet(() -> new Description(template(table, pointers), Origin.TEMPLATE));
    }

    public static Description of(
            Table table,
            Column column,
            @Nullable ColumnProfile profile,
            Pointers pointers,
            Optional<Correction> correction) {
        return said(correction, column.comment())
                .orElseGet(() ->
                        new Description(
                                template(table, column, profile, pointers), Origin.TEMPLATE));
    }

    private static Optional<Description> said(
            Optional<Correction> correction, @Nullable String comment) {
        String owners = correction.map(Correction::description).orElse(null);
        if (owners != null) {
            return Optional.of(new Description(owners, Origin.OWNER));
        }
        String line = comment == null ? "" : Plain.line(comment, CHARS_MAX);
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(new Description(line, Origin.COMMENT));
    }

    private static String template(Table table, Pointers pointers) {
        String rows = Phrases.plural(Plain.words(table.name().name()));
        List<String> owners = pointers.owners(OWNERS_NAMED);
        List<String> telling =
                table.columns().stream()
                        .map(Column::name)
                        .filter(name -> pointers.of(name).isEmpty() && !isKey(table, name))
                        .map(Plain::words)
                        .distinct()
                        .limit(COLUMNS_NAMED)
                        .toList();
        if (links(table, pointers) && owners.size() > 1) {
            return "Links %s%s."
                    .formatted(
                            Phrases.list(owners.stream().map(Phrases::plural).toList()),
                            telling.isEmpty() ? "" : ", with " + Phrases.list(telling));
        }
        return "%s%s%s."
                .formatted(
                        capital(rows),
                        telling.isEmpty() ? "" : " with " + Phrases.list(telling),
                        owners.isEmpty() ? "" : ", each of " + Phrases.list(owners));
    }

    /** Whether the key is made of nothing but pointers at other tables. */
    private static boolean links(Table table, Pointers pointers) {
        Set<String> key = new HashSet<>(table.primaryKey().map(Key::columns).orElse(List.of()));
        return key.size() > 1 && key.stream().allMatch(name -> pointers.of(name).isPresent());
    }

    private static boolean isKey(Table table, String column) {
        return table.keys().stream().anyMatch(key -> key.columns().contains(column));
    }

    private static String template(
            Table table, Column column, @Nullable ColumnProfile profile, Pointers pointers) {
        String words = Plain.words(table.name().name());
        if (table.primaryKey()
                .map(key -> key.columns().equals(List.of(column.name())))
                .orElse(false)) {
            return "Identifies a row of %s.".formatted(words);
        }
        Optional<String> owner =
                pointers.of(column.name()).map(relation -> Plain.words(relation.keyTable().name()));
        if (owner.isPresent()) {
            return "Points at %s.".formatted(owner.get());
        }
        String meaning = Phrases.of(profile == null ? SemanticType.NONE : profile.semanticType());
        return capital(meaning.isEmpty() ? Phrases.of(column.type()) : meaning) + ".";
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
