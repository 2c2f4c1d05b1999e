package dev.surveyor.app.command;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A value of an answer as text. */
final class CellText {

    private CellText() {}

    /**
     * The whole value; numbers in digits.
     *
     * @param none what stands for a value that is missing
     */
    static String of(@Nullable Object cell, String none) {
        return switch (cell) {
            case null -> none;
            case BigDecimal number -> number.toPlainString();
            default -> cell.toString();
        };
    }
}
