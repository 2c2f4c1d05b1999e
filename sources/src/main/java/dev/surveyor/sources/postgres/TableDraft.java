package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.Check;
import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.Index;
import dev.surveyor.catalog.Key;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.Table.Estimate;
import dev.surveyor.catalog.TableKind;
import dev.surveyor.catalog.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table or partition while its parts come in from several queries. */
final class TableDraft {

    final TableName name;
    final TableKind kind;
    final boolean readable;
    final long parent;
    final @Nullable String owner;
    final @Nullable String comment;
    final boolean rowSecurity;
    final List<Column> columns = new ArrayList<>();
    final Map<Integer, String> columnNames = new HashMap<>();
    final List<Key> keys = new ArrayList<>();
    final List<Relation> relations = new ArrayList<>();
    final List<Check> checks = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();
    private long rows;
    private long bytes;
    private int partitions;
    private int leaves;

    TableDraft(
            TableName name,
            TableKind kind,
            boolean readable,
            long parent,
            @Nullable String owner,
            @Nullable String comment,
            boolean rowSecurity,
            Estimate estimate) {
        this.name = name;
        this.kind = kind;
        this.readable = readable;
        this.parent = parent;
        this.owner = owner;
        this.comment = comment;
        this.rowSecurity = rowSecurity;
        this.rows = estimate.rows();
        this.bytes = estimate.bytes();
    }

    boolean isPartition() {
        return parent != 0;
    }

    int leaves() {
        return leaves;
    }

    /** A partition at any level below. */
    void add(TableDraft partition) {
        partitions++;
        if (partition.kind != TableKind.PARTITIONED_TABLE) {
            leaves++;
            rows = sum(leaves == 1 ? 0 : rows, partition.rows);
            bytes = sum(leaves == 1 ? 0 : bytes, partition.bytes);
        }
    }

    /** What is not known of a part is not known of the whole. */
    private static long sum(long left, long right) {
        return left < 0 || right < 0 ? Estimate.UNKNOWN : left + right;
    }

    List<String> names(List<Integer> numbers) {
        return numbers.stream().map(number -> columnNames.getOrDefault(number, "?")).toList();
    }

    Table table() {
        return new Table(
                name,
                kind,
                columns,
                keys,
                relations,
                checks,
                indexes,
                new Estimate(rows, bytes),
                partitions,
                rowSecurity,
                owner,
                comment);
    }
}
