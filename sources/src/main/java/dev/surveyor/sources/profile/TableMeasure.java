package dev.surveyor.sources.profile;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.sources.ProfileRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the rows of one table, all columns at once, in memory that does not grow with them. Used
 * by one thread.
 */
public final class TableMeasure {

    private static final int MANY_COLUMNS = 200;

    /** From here on only some rows count for common values, each for many. */
    private static final int ROWS_ALL_COUNTED = 1 << 13;

    private static final int ROWS_COUNTED_OF = 16;

    private static final Problem DENIED =
            new Problem(Problem.Code.DENIED, "Our role may not select this column.");

    private final Table table;
    private final ProfileRequest request;
    private final ColumnMeasure[] columns;
    private long rows;

    /**
     * @param wholeTable whether every row will come; else the rows are a sample
     */
    public TableMeasure(
            Table table,
            List<MeasuredColumn> measured,
            ProfileRequest request,
            boolean wholeTable) {
        this.table = table;
        this.request = request;
        this.columns = new ColumnMeasure[measured.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] =
                    new ColumnMeasure(
                            measured.get(i),
                            request,
                            wholeTable
                                    ? new SketchedDistinct(columns.length > MANY_COLUMNS)
                                    : new SampledDistinct());
        }
    }

    /** A row comes; how much it weighs where common values are counted. */
    public int nextRow() {
        rows++;
        if (rows <= ROWS_ALL_COUNTED) {
            return 1;
        }
        long mixed = rows * 0x9E3779B97F4A7C15L;
        return mixed >>> 60 == 0 ? ROWS_COUNTED_OF : 0;
    }

    public ColumnMeasure column(int index) {
        return columns[index];
    }

    public int columns() {
        return columns.length;
    }

    public long rows() {
        return rows;
    }

    /** What the rows add up to. */
    public TableProfile profile(
            Method method, Population population, Duration took, @Nullable Problem problem) {
        List<ColumnProfile> found = new ArrayList<>();
        ColumnProfiles profiles = new ColumnProfiles(table, population, request.valueCharsMax());
        for (ColumnMeasure column : columns) {
            found.add(profiles.of(column.finding()));
        }
        return new TableProfile(
                table.name(), method, population.rows(), inOrder(table, found), took, problem);
    }

    /** The columns that were found, in the table's order; denied ones say so. */
    public static List<ColumnProfile> inOrder(Table table, List<ColumnProfile> unordered) {
        Map<String, ColumnProfile> found = HashMap.newHashMap(unordered.size());
        unordered.forEach(profile -> found.put(profile.column(), profile));
        List<ColumnProfile> ordered = new ArrayList<>();
        for (Column column : table.columns()) {
            ColumnProfile profile = found.get(column.name());
            if (profile != null) {
                ordered.add(profile);
            } else if (!column.readable()) {
                ordered.add(ColumnProfiles.unread(column, DENIED));
            }
        }
        return ordered;
    }
}
