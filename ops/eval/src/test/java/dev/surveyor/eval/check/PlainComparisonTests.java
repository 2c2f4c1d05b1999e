package dev.surveyor.eval.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.equality.RowOrder;
import dev.surveyor.eval.equality.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainComparisonTests {

    private static boolean equal(List<? extends List<?>> a, List<? extends List<?>> b) {
        return PlainComparison.equal(Rows.of(a), Rows.of(b), RowOrder.free());
    }

    @Test
    void rowsAndColumnsMayBeSwapped() {
        assertThat(
                        equal(
                                List.of(List.of(1, "a"), List.of(2, "b")),
                                List.of(List.of("b", 2), List.of("a", 1))))
                .isTrue();
    }

    @Test
    void rowsMustStayTogetherAndCount() {
        assertThat(
                        equal(
                                List.of(List.of(1, "a"), List.of(2, "b")),
                                List.of(List.of("a", 2), List.of("b", 1))))
                .isFalse();
        assertThat(
                        equal(
                                List.of(List.of(1), List.of(1), List.of(2)),
                                List.of(List.of(1), List.of(2), List.of(2))))
                .isFalse();
        assertThat(equal(List.of(List.of(1)), List.of(List.of(1, 1)))).isFalse();
    }

    @Test
    void anOrderIsKept() {
        Rows rows = Rows.of(List.of(List.of(1), List.of(2)));
        Rows reversed = Rows.of(List.of(List.of(2), List.of(1)));
        assertThat(PlainComparison.equal(rows, reversed, RowOrder.free())).isTrue();
        assertThat(PlainComparison.equal(rows, reversed, RowOrder.strict())).isFalse();
        assertThat(PlainComparison.equal(rows, rows, RowOrder.strict())).isTrue();
    }

    @Test
    void wideResultsAreComparedByWhatRowsAndColumnsHold() {
        List<Object> wide = List.of(1, 2, 3, 4, 5, 6, 7);
        assertThat(equal(List.of(wide), List.of(List.of(7, 6, 5, 4, 3, 2, 1)))).isTrue();
        assertThat(equal(List.of(wide), List.of(List.of(7, 6, 5, 4, 3, 2, 2)))).isFalse();
    }
}
