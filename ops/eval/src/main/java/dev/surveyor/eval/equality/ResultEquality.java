package dev.surveyor.eval.equality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether a result says what the gold says.
 *
 * <ul>
 *   <li>As many rows as the gold, each as often as there: a bag, nothing is made distinct.
 *   <li>As many columns, in any order, the same order for all rows. Names do not count.
 *   <li>Rows stand where the gold's order puts them ({@link RowOrder}); without one, anywhere.
 *   <li>Numbers lie within 1e-6 of the larger one. Two whole numbers are the same or not: a
 *       tolerance is for what arithmetic rounds, and neighbouring keys are not the same row.
 *   <li>A text that spells a number plainly ({@code 5}, {@code -0.50}, not {@code 007} or {@code
 *       1e5}) equals that number: SQLite keeps texts in columns of numbers and numbers in columns
 *       of texts, and its copies elsewhere do not. Refusing it would count right answers wrong;
 *       accepting it says nothing untrue. Two texts are compared as texts, also where both spell
 *       numbers.
 *   <li>A truth value equals 1 or 0 and the words true, t, false, f.
 *   <li>A date equals its midnight; texts in ISO form are dates; a zone is taken to UTC.
 *   <li>Text is exact once the white space around it is gone. Null equals null only.
 *   <li>Two results without rows are equal: no columns are left to tell them apart.
 * </ul>
 *
 * <p>The search for an order of columns takes columns apart by what they hold before it tries any,
 * drops an order at the first column that breaks rows apart, and gives up, refusing the result,
 * after {@value #WORK_MAX} looks at cells.
 */
public final class ResultEquality {

    static final long WORK_MAX = 50_000_000;

    private final Rows gold;
    private final Rows candidate;
    private final int[][] goldCodes;
    private final int[][] candidateCodes;
    private final int[] places;
    private final int[] columnFor;
    private long work;

    private ResultEquality(Rows gold, Rows candidate, RowOrder order) {
        this.gold = gold;
        this.candidate = candidate;
        Codes codes = new Codes(gold, candidate);
        goldCodes = columns(gold, codes);
        candidateCodes = columns(candidate, codes);
        places = IntStream.range(0, gold.count()).map(order::place).toArray();
        columnFor = new int[gold.width()];
    }

    public static boolean equal(Rows gold, Rows candidate, RowOrder order) {
        if (gold.count() != candidate.count() || gold.width() != candidate.width()) {
            return false;
        }
        return gold.isEmpty() || new ResultEquality(gold, candidate, order).search();
    }

    private static int[][] columns(Rows rows, Codes codes) {
        int[][] columns = new int[rows.width()][rows.count()];
        for (int row = 0; row < rows.count(); row++) {
            for (int column = 0; column < rows.width(); column++) {
                columns[column][row] = codes.of(rows.cell(row, column));
            }
        }
        return columns;
    }

    private boolean search() {
        List<List<Integer>> choices = choices();
        Integer[] columns = IntStream.range(0, gold.width()).boxed().toArray(Integer[]::new);
        Arrays.sort(columns, (a, b) -> choices.get(a).size() - choices.get(b).size());
        return assign(columns, 0, choices, new RowClasses(places));
    }

    /** For each column of the gold those of the candidate that hold the same bag of codes. */
    private List<List<Integer>> choices() {
        int[][] goldBags = sorted(goldCodes);
        int[][] candidateBags = sorted(candidateCodes);
        List<List<Integer>> choices = new ArrayList<>();
        for (int[] bag : goldBags) {
            choices.add(
                    IntStream.range(0, candidateBags.length)
                            .filter(column -> Arrays.equals(bag, candidateBags[column]))
                            .boxed()
                            .toList());
        }
        return choices;
    }

    private static int[][] sorted(int[][] columns) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(column).sorted().toArray())
                .toArray(int[][]::new);
    }

    private boolean assign(
            Integer[] columns, int depth, List<List<Integer>> choices, RowClasses classes) {
        if (depth == columns.length) {
            return new RowMatching(gold, candidate, columnFor, classes).perfect(WORK_MAX - work);
        }
        Set<List<Cell>> tried = new HashSet<>();
        for (int choice : choices.get(columns[depth])) {
            if (taken(columns, depth, choice) || !tried.add(column(choice))) {
                continue;
            }
            work += 2L * gold.count();
            if (work > WORK_MAX) {
                return false;
            }
            RowClasses finer = classes.split(goldCodes[columns[depth]], candidateCodes[choice]);
            if (finer.balanced()) {
                columnFor[columns[depth]] = choice;
                if (assign(columns, depth + 1, choices, finer)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean taken(Integer[] columns, int depth, int choice) {
        return IntStream.range(0, depth).anyMatch(at -> columnFor[columns[at]] == choice);
    }

    /** Columns with the same cells are as good as each other: one of them is tried. */
    private List<Cell> column(int index) {
        return candidate.cells().stream().map(row -> row.get(index)).toList();
    }
}
