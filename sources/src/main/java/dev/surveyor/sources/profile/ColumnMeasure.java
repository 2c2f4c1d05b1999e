package dev.surveyor.sources.profile;

import dev.surveyor.sources.ProfileRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one column's cells add up to while rows go by, in bounded memory. */
public final class ColumnMeasure {

    private final MeasuredColumn measured;
    private final CellForm form;
    private final int commonMax;
    private final SpreadSamples samples;
    private final DistinctCount distinct;
    private final Bounds bounds;
    private @Nullable Categories categories;
    private @Nullable CommonValues common;
    private long nulls;
    private long cells;
    private long lengths;
    private long measuredCells;

    ColumnMeasure(MeasuredColumn measured, ProfileRequest request, DistinctCount distinct) {
        this.measured = measured;
        this.form = measured.form();
        this.commonMax = request.samplesMax();
        this.categories = new Categories(request.categoriesMax());
        this.samples = new SpreadSamples(request.samplesMax());
        this.distinct = distinct;
        this.bounds = new Bounds(form);
    }

    public void addNull() {
        nulls++;
    }

    public void add(byte[] row, int from, int length, int weight) {
        add(row, from, length, 0, weight);
    }

    /**
     * Adds a cell.
     *
     * @param whole bytes of all of it where the source cut it, else 0
     * @param weight rows that this one stands for where not all are looked at; 0: it does not
     */
    public void add(byte[] row, int from, int length, long whole, int weight) {
        cells++;
        long hash = Bytes.hash(row, from, length);
        if (whole != 0) {
            hash = Bytes.mixed(hash, whole);
        }
        Categories few = categories;
        if (few != null) {
            if (few.count(hash, row, from, length, whole)) {
                return;
            }
            giveUpCategories(few);
        }
        if (!measured.unique()) {
            distinct.add(hash, 1);
        }
        if (samples.wants(hash)) {
            samples.offer(new Kept(hash, row, from, length, whole));
        }
        if (form.ordered()) {
            bounds.add(row, from, length, whole);
        }
        if (weight > 0) {
            lengths += printedLength(row, from, length, whole) * weight;
            measuredCells += weight;
            if (common != null) {
                int counted = common.weight(cells, weight);
                if (counted > 0) {
                    common.add(new Kept(hash, row, from, length, whole), counted);
                }
            }
        }
    }

    private long printedLength(byte[] row, int from, int length, long whole) {
        return whole > 0 ? whole : form.printedLength(row, from, length);
    }

    /** All that was counted goes into what needs less memory. */
    private void giveUpCategories(Categories few) {
        CommonValues many = measured.unique() ? null : new CommonValues();
        for (Counted counted : few.counted()) {
            Kept value = counted.value();
            byte[] cell = value.cell();
            distinct.add(value.hash(), counted.rows());
            samples.offer(value);
            if (form.ordered()) {
                bounds.add(cell, 0, cell.length, value.whole());
            }
            lengths +=
                    printedLength(cell, 0, cell.length, counted.value().whole()) * counted.rows();
            measuredCells += counted.rows();
            if (many != null) {
                many.add(value, counted.rows());
            }
        }
        common = many;
        categories = null;
    }

    /** What was found, once the last row is in. */
    ColumnFinding finding() {
        Categories few = categories;
        if (few == null) {
            return new ColumnFinding(
                    measured,
                    nulls,
                    cells,
                    null,
                    common == null ? List.of() : common.counted(commonMax),
                    samples.values(),
                    bounds,
                    measuredCells == 0 ? Double.NaN : (double) lengths / measuredCells,
                    distinct);
        }
        List<Counted> exact = few.counted();
        for (Counted counted : exact) {
            byte[] cell = counted.value().cell();
            distinct.add(counted.value().hash(), counted.rows());
            if (form.ordered()) {
                bounds.add(cell, 0, cell.length, counted.value().whole());
            }
            lengths +=
                    printedLength(cell, 0, cell.length, counted.value().whole()) * counted.rows();
        }
        return new ColumnFinding(
                measured,
                nulls,
                cells,
                exact,
                List.of(),
                List.of(),
                bounds,
                cells == 0 ? Double.NaN : (double) lengths / cells,
                distinct);
    }
}
