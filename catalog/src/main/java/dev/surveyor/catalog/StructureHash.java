package dev.surveyor.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table's structure in 128 bits. */
final class StructureHash {

    /** Raised when what is hashed changes, so that old hashes are not taken for a drift. */
    private static final String FORM = "1";

    private static final int BYTES = 16;
    private static final char END = '\u0000';
    private static final char ABSENT = '\u0001';

    private final StringBuilder text = new StringBuilder(1024);

    private StructureHash() {}

    static String of(Table table) {
        StructureHash hash = new StructureHash();
        hash.add(FORM).add(table);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(hash.text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Table table) {
        add(table.name().schema()).add(table.name().name()).add(table.kind().name());
        add(table.owner()).add(table.comment()).add(table.rowSecurity()).add(table.partitions());
        add(table.columns().size());
        table.columns().forEach(this::add);
        add(table.keys().size());
        table.keys().forEach(this::add);
        add(table.relations().size());
        table.relations().forEach(this::add);
        add(table.checks().size());
        table.checks().forEach(check -> add(check.name()).add(check.expression()));
        add(table.indexes().size());
        table.indexes().forEach(this::add);
    }

    private void add(Column column) {
        add(column.name()).add(column.nullable()).add(column.generation().name());
        add(column.defaultExpression()).add(column.collation()).add(column.comment());
        add(column.readable()).add(column.type());
    }

    private void add(ColumnType type) {
        add(type.name()).add(type.form().name()).add(type.family().name()).add(type.labels());
        add(type.fields().size());
        type.fields().forEach(field -> add(field.name()).add(field.type()));
        ColumnType base = type.base();
        add(base != null);
        if (base != null) {
            add(base);
        }
    }

    private void add(Key key) {
        add(key.name()).add(key.primary()).add(key.columns());
    }

    private void add(Relation relation) {
        add(relation.columns()).add(relation.keyTable().schema()).add(relation.keyTable().name());
        add(relation.keyColumns()).add(relation.origin().toString());
    }

    private void add(Index index) {
        add(index.name()).add(index.method()).add(index.unique()).add(index.predicate());
        add(index.parts().size());
        index.parts().forEach(part -> add(part.text()).add(part.expression()));
    }

    private StructureHash add(List<String> texts) {
        add(texts.size());
        texts.forEach(this::add);
        return this;
    }

    private StructureHash add(boolean value) {
        return add(value ? "t" : "f");
    }

    private StructureHash add(int value) {
        return add(Integer.toString(value));
    }

    /** Each text with its length, so that no two rows of texts run together alike. */
    private StructureHash add(@Nullable String value) {
        if (value == null) {
            text.append(ABSENT);
        } else {
            text.append(value.length()).append(':').append(value);
        }
        text.append(END);
        return this;
    }
}
