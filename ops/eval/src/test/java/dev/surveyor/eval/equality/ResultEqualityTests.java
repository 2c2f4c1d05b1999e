package dev.surveyor.eval.equality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultEqualityTests {

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static Rows rows(List<@Nullable Object> first, List<@Nullable Object> second) {
        return Rows.of(List.of(first, second));
    }

    private static Rows one(@Nullable Object... cells) {
        return Rows.of(List.of(row(cells)));
    }

    /** One column. */
    private static Rows column(@Nullable Object... cells) {
        return Rows.of(Arrays.stream(cells).map(ResultEqualityTests::row).toList());
    }

    private static RowOrder keyed(int... keys) {
        return RowOrder.by(
                Arrays.stream(keys).mapToObj(key -> List.of(Cell.of((Object) key))).toList());
    }

    record Pair(String why, Rows gold, Rows candidate, RowOrder order) {

        static Pair of(String why, Rows gold, Rows candidate) {
            return new Pair(why, gold, candidate, RowOrder.free());
        }

        Pair turned() {
            return new Pair(why, /* gold= */ candidate, /* candidate= */ gold, RowOrder.free());
        }

        static Pair ordered(String why, Rows gold, Rows candidate) {
            return new Pair(why, gold, candidate, RowOrder.strict());
        }

        @Override
        public String toString() {
            return why;
        }
    }

    static Stream<Pair> equal() {
        return Stream.of(
                Pair.of("no rows at all", Rows.NONE, Rows.NONE),
                Pair.ordered("no rows in order", Rows.NONE, Rows.NONE),
                Pair.of("rows in another order", column("a", "b"), column("b", "a")),
                Pair.of("a row twice on both sides", column("a", "a"), column("a", "a")),
                Pair.of("columns swapped", one("a", 1), one(1, "a")),
                Pair.of(
                        "columns and rows swapped",
                        rows(row("a", 1), row("b", 2)),
                        rows(row(2, "b"), row(1, "a"))),
                Pair.ordered(
                        "columns swapped, rows in order",
                        rows(row("b", 2), row("a", 1)),
                        rows(row(2, "b"), row(1, "a"))),
                Pair.of(
                        "two columns that hold the same bag",
                        Rows.of(List.of(row(1, 2), row(2, 1), row(1, 1))),
                        Rows.of(List.of(row(1, 1), row(2, 1), row(1, 2)))),
                Pair.of("an integer and a decimal", one(5), one(5.0)),
                Pair.of("a decimal of other scale", one(new BigDecimal("5.100")), one(5.1)),
                Pair.of("an average with other digits", one(105468.16666666667), one(105468.1667)),
                Pair.of("a sum of floats", one(0.30000000000000004), one(0.3)),
                Pair.of("what addition leaves next to zero", one(0), one(5.5e-17)),
                Pair.of("negative zero", one(0), one(-0.0)),
                Pair.of("a whole number near a rounded one", one(3_000_000), one(3_000_000.4)),
                Pair.of("beyond what doubles hold", one(1e20), one(new BigDecimal("1E20"))),
                Pair.of("text that spells the number", one("1789"), one(1789)),
                Pair.of("text that spells a decimal", one(9.5), one("9.50")),
                Pair.of("text that spells it negative", one("-3"), one(-3)),
                Pair.of("true and one", one(1), one(true)),
                Pair.of("false and zero", one(0), one(false)),
                Pair.of("true and t", one("t"), one(true)),
                Pair.of("true and True", one("True"), one(true)),
                Pair.of("false and the text 0", one("0"), one(false)),
                Pair.of("a date and its midnight", one("2020-01-01"), one("2020-01-01 00:00:00")),
                Pair.of("a T in between", one("2020-01-01T10:00"), one("2020-01-01 10:00:00")),
                Pair.of(
                        "zeros of a second",
                        one("2020-01-01 10:00:00.500"),
                        one("2020-01-01T10:00:00.5")),
                Pair.of("a driver's date", one("2020-01-01"), one(LocalDate.of(2020, 1, 1))),
                Pair.of("a zone", one("2020-01-01 10:00:00"), one("2020-01-01 12:00:00+02")),
                Pair.of(
                        "a driver's zone",
                        one("2020-01-01 10:00:00Z"),
                        one(OffsetDateTime.parse("2020-01-01T11:00+01:00"))),
                Pair.of("white space around", one(" abc "), one("abc\n")),
                Pair.of("padding of a fixed width", one("USA"), one("USA  ")),
                Pair.of("null", one((Object) null), one((Object) null)),
                Pair.of("nothing but white space", one(""), one("  ")),
                Pair.of("letters beyond ASCII", one("Pádraig"), one("Pádraig")),
                new Pair(
                        "rows that the gold holds for equal",
                        column("a", "b", "c"),
                        column("b", "a", "c"),
                        keyed(1, 1, 2)),
                Pair.of(
                        "numbers that overlap within the tolerance",
                        column(1.0000000, 1.0000008),
                        column(1.0000015, 1.0000007)),
                Pair.of(
                        "numbers and texts of numbers, mixed",
                        column("5", 5, "5.0"),
                        column(5, "5.0", 5)));
    }

    static Stream<Pair> different() {
        return Stream.of(
                Pair.of("a row and none", one("a"), Rows.NONE),
                Pair.of("one row more", column("a"), column("a", "a")),
                Pair.of("distinct rows for a bag", column("a", "a", "b"), column("a", "b", "b")),
                Pair.of("one column more", one("a"), one("a", "a")),
                Pair.ordered("rows out of order", column("a", "b"), column("b", "a")),
                Pair.of(
                        "columns swapped in one row only",
                        rows(row("a", "b"), row("c", "d")),
                        rows(row("a", "b"), row("d", "c"))),
                Pair.of(
                        "the same columns, other rows",
                        rows(row(1, "a"), row(2, "b")),
                        rows(row(1, "b"), row(2, "a"))),
                Pair.of("another integer", one(5), one(6)),
                Pair.of("neighbouring keys", one(12_345_678), one(12_345_679)),
                Pair.of("neighbouring keys as decimals", one(12_345_678.0), one(12_345_679.0)),
                Pair.of("long keys", one(1L << 60), one((1L << 60) + 1)),
                Pair.of("beyond the tolerance", one(1.0), one(1.00001)),
                Pair.of("the other sign", one(5), one(-5)),
                Pair.of("a small number and zero", one(0), one(1e-6)),
                Pair.of("a code with leading zeros", one("007"), one(7)),
                Pair.of("an exponent in a text", one("1e5"), one(100000)),
                Pair.of("a plus in a text", one("+49"), one(49)),
                Pair.of("texts of the same number", one("5.0"), one("5")),
                Pair.of("a percentage", one("5%"), one(5)),
                Pair.of("true and two", one(2), one(true)),
                Pair.of("true and false", one(true), one(false)),
                Pair.of("one and t without a truth value", one(1), one("t")),
                Pair.of("a date and the next", one("2020-01-01"), one("2020-01-02")),
                Pair.of("a date and its noon", one("2020-01-01"), one("2020-01-01 12:00:00")),
                Pair.of("no such day", one("2020-02-30"), one("2020-03-01")),
                Pair.of("a year and a date", one(2020), one("2020-01-01")),
                Pair.of("another case", one("Abc"), one("abc")),
                Pair.of("white space within", one("a  b"), one("a b")),
                Pair.of("null and empty", one((Object) null), one("")),
                Pair.of("null and zero", one((Object) null), one(0)),
                Pair.of("null and the word", one((Object) null), one("null")),
                new Pair(
                        "rows that the gold keeps apart",
                        column("a", "b", "c"),
                        column("a", "c", "b"),
                        keyed(1, 1, 2)),
                Pair.of(
                        "a chain of numbers whose ends do not meet",
                        column(1.0000000, 1.0000008),
                        column(1.0000016, 1.0000017)),
                Pair.of(
                        "texts that only a number in between would join",
                        column("5", 5),
                        column("5.0", "5.00")));
    }

    @ParameterizedTest
    @MethodSource("equal")
    void mustBeEqual(Pair pair) {
        assertThat(ResultEquality.equal(pair.gold(), pair.candidate(), pair.order())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("different")
    void mustNotBeEqual(Pair pair) {
        assertThat(ResultEquality.equal(pair.gold(), pair.candidate(), pair.order())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("equal")
    void equalityWithoutAnOrderGoesBothWays(Pair pair) {
        Pair turned = pair.turned();
        assertThat(ResultEquality.equal(turned.gold(), turned.candidate(), turned.order()))
                .isTrue();
    }

    /** A result of so many columns that each hold 0 and 1 alike often, as seed says. */
    private static List<List<@Nullable Object>> noise(Random random, int rows, int columns) {
        List<List<@Nullable Object>> noise = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            noise.add(new ArrayList<>());
        }
        for (int column = 0; column < columns; column++) {
            List<Integer> bag =
                    new ArrayList<>(IntStream.range(0, rows).mapToObj(i -> i % 2).toList());
            Collections.shuffle(bag, random);
            for (int row = 0; row < rows; row++) {
                noise.get(row).add(bag.get(row));
            }
        }
        return noise;
    }

    private static List<List<@Nullable Object>> shuffled(
            List<List<@Nullable Object>> rows, Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, rows.getFirst().size()).boxed().toList());
        Collections.shuffle(order, random);
        List<List<@Nullable Object>> shuffled = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            order.forEach(column -> cells.add(row.get(column)));
            shuffled.add(cells);
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Test
    void manyIdenticalColumnsCostNoPermutations() {
        List<List<@Nullable Object>> same = new ArrayList<>();
        for (int row = 0; row < 100; row++) {
            same.add(new ArrayList<>(Collections.nCopies(16, row % 7)));
        }
        List<List<@Nullable Object>> other = shuffled(same, new Random(1));
        assertThat(ResultEquality.equal(Rows.of(same), Rows.of(other), RowOrder.free())).isTrue();
        other.getFirst().set(3, 8);
        assertThat(ResultEquality.equal(Rows.of(same), Rows.of(other), RowOrder.free())).isFalse();
    }

    @Test
    void columnsWithTheSameBagAreToldApartByTheirRows() {
        Random random = new Random(2);
        List<List<@Nullable Object>> gold = noise(random, 200, 14);
        Rows shuffled = Rows.of(shuffled(gold, random));
        assertThat(ResultEquality.equal(Rows.of(gold), shuffled, RowOrder.free())).isTrue();
        Rows others = Rows.of(noise(random, 200, 14));
        assertThat(ResultEquality.equal(Rows.of(gold), others, RowOrder.free())).isFalse();
    }

    @Test
    void aSearchWithoutEndIsGivenUp() {
        // All columns look alike from every side: the worst there is.
        List<List<@Nullable Object>> gold = new ArrayList<>();
        List<List<@Nullable Object>> candidate = new ArrayList<>();
        int columns = 24;
        for (int row = 0; row < columns; row++) {
            List<@Nullable Object> cycle = new ArrayList<>(Collections.nCopies(columns, 0));
            cycle.set(row, 1);
            cycle.set((row + 1) % columns, 1);
            gold.add(cycle);
            List<@Nullable Object> twoCycles = new ArrayList<>(Collections.nCopies(columns, 0));
            int half = columns / 2;
            twoCycles.set(row, 1);
            twoCycles.set(row / half * half + (row + 1) % half, 1);
            candidate.add(twoCycles);
        }
        assertThat(ResultEquality.equal(Rows.of(gold), Rows.of(candidate), RowOrder.free()))
                .isFalse();
    }

    @Test
    void tensOfThousandsOfRowsAreCompared() {
        List<List<@Nullable Object>> gold = new ArrayList<>();
        for (int row = 0; row < 30_000; row++) {
            gold.add(row(row / 10.0, "name " + row % 100, 7_000_000 + row));
        }
        List<List<@Nullable Object>> candidate = shuffled(gold, new Random(3));
        assertThat(ResultEquality.equal(Rows.of(gold), Rows.of(candidate), RowOrder.free()))
                .isTrue();
        candidate.set(17, candidate.get(18));
        assertThat(ResultEquality.equal(Rows.of(gold), Rows.of(candidate), RowOrder.free()))
                .isFalse();
    }

    @Test
    void agreesWithTryingEverythingOnRandomResults() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Object[] values = {0, 1, 1.0000004, "1", true, "t", "2020-01-01", "2020-01-01 00:00", ""};
        int equal = 0;
        for (int round = 0; round < 20_000; round++) {
            int width = 1 + random.nextInt(3);
            int count = 1 + random.nextInt(3);
            Rows a = random(random, values, count, width);
            Rows b = random(random, values, count, width);
            RowOrder order = random.nextBoolean() ? RowOrder.free() : RowOrder.strict();
            boolean expected = tryingEverything(a, b, order);
            equal += expected ? 1 : 0;
            assertThat(ResultEquality.equal(a, b, order))
                    .as("seed %d, round %d: %s and %s", seed, round, a, b)
                    .isEqualTo(expected);
        }
        assertThat(equal).as("seed %d: equal pairs", seed).isBetween(500, 19_500);
    }

    private static Rows random(Random random, Object[] values, int count, int width) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                cells.add(values[random.nextInt(values.length)]);
            }
            rows.add(cells);
        }
        return Rows.of(rows);
    }

    private static boolean tryingEverything(Rows a, Rows b, RowOrder order) {
        List<int[]> rowOrders =
                order == RowOrder.free()
                        ? permutations(a.count())
                        : List.of(IntStream.range(0, a.count()).toArray());
        return permutations(a.width()).stream()
                .anyMatch(columns ->
                        rowOrders.stream().anyMatch(rows -> matches(a, b, rows, columns)));
    }

    private static boolean matches(Rows a, Rows b, int[] rows, int[] columns) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                if (!a.cell(row, column).matches(b.cell(rows[row], columns[column]))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<int[]> permutations(int size) {
        return switch (size) {
            case 1 -> List.of(new int[] {0});
            case 2 -> List.of(new int[] {0, 1}, new int[] {1, 0});
            case 3 ->
                    List.of(
                            new int[] {0, 1, 2},
                            new int[] {0, 2, 1},
                            new int[] {1, 0, 2},
                            new int[] {1, 2, 0},
                            new int[] {2, 0, 1},
                            new int[] {2, 1, 0});
            default -> throw new IllegalArgumentException("too many: " + size);
        };
    }
}
