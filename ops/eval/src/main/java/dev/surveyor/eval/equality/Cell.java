package dev.surveyor.eval.equality;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One value of a result, read so that both dialects say it alike. */
public sealed interface Cell {

    /** Doubles hold every whole number up to here. */
    long EXACT_MAX = 1L << 53;

    Pattern PLAIN_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,20})?");

    /** SQL's null, equal to itself only. */
    enum Absent implements Cell {
        ABSENT
    }

    record Truth(boolean value) implements Cell {}

    /** A number known to the unit. */
    record Whole(long value) implements Cell {}

    /** A number that was rounded, or may have been. */
    record Real(double value) implements Cell {}

    /** A date or a date with a time, without its zone; a date is its first moment. */
    record Moment(LocalDateTime value) implements Cell {}

    record Text(String value) implements Cell {}

    /** Reads what a driver or a JSON file holds. */
    static Cell of(@Nullable Object value) {
        return switch (value) {
            case null -> Absent.ABSENT;
            case Boolean truth -> new Truth(truth);
            case Byte number -> new Whole(number);
            case Short number -> new Whole(number);
            case Integer number -> new Whole(number);
            case Long number -> new Whole(number);
            case BigInteger number -> ofDecimal(new BigDecimal(number));
            case BigDecimal number -> ofDecimal(number);
            case Number number -> ofDouble(number.doubleValue());
            case byte[] bytes -> new Text(HexFormat.of().formatHex(bytes));
            default -> ofText(value.toString());
        };
    }

    private static Cell ofDecimal(BigDecimal number) {
        try {
            return new Whole(number.longValueExact());
        } catch (ArithmeticException fractionOrTooLong) {
            return ofDouble(number.doubleValue());
        }
    }

    private static Cell ofDouble(double number) {
        if (!Double.isFinite(number)) {
            return new Text(Double.toString(number));
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < EXACT_MAX;
        return whole ? new Whole((long) number) : new Real(number);
    }

    private static Cell ofText(String text) {
        String stripped = text.strip();
        LocalDateTime moment = Moments.read(stripped);
        return moment == null ? new Text(stripped) : new Moment(moment);
    }

    /**
     * Whether two cells say the same. Not transitive: a number may lie within the tolerance of two
     * that do not lie within it of each other.
     */
    default boolean matches(Cell other) {
        return equals(other) || isMeantBy(other) || other.isMeantBy(this);
    }

    /** Whether the other cell is this one's value in another kind's writing. */
    private boolean isMeantBy(Cell other) {
        return switch (this) {
            case Truth(boolean value) -> {
                Boolean truth = truthIn(other);
                yield truth != null && truth == value;
            }
            case Whole whole ->
                    other instanceof Text(String text) && whole.equals(numberSpelledBy(text));
            case Real(double value) -> {
                Cell number = other instanceof Text(String text) ? numberSpelledBy(text) : other;
                yield (number instanceof Whole(long whole) && near(value, (double) whole))
                        || (number instanceof Real(double real) && near(value, real));
            }
            case Text(String text) ->
                    other instanceof Whole(long whole)
                            && numberSpelledBy(text) instanceof Real(double real)
                            && near(real, (double) whole);
            case Absent ignored -> false;
            case Moment ignored -> false;
        };
    }

    /** What a cell says where a truth value stands on the other side; null where it says none. */
    private static @Nullable Boolean truthIn(Cell cell) {
        String word =
                switch (cell) {
                    case Truth(boolean value) -> Boolean.toString(value);
                    case Whole(long value) -> Long.toString(value);
                    case Text(String value) -> value.toLowerCase(Locale.ROOT);
                    case Absent ignored -> "";
                    case Real ignored -> "";
                    case Moment ignored -> "";
                };
        return switch (word) {
            case "true", "t", "1" -> Boolean.TRUE;
            case "false", "f", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** The number that a text spells in digits alone, without leading zeros or an exponent. */
    static @Nullable Cell numberSpelledBy(String text) {
        return PLAIN_NUMBER.matcher(text).matches() ? ofDecimal(new BigDecimal(text)) : null;
    }

    /** Within 1e-6 of the larger one; what addition leaves over next to zero is zero. */
    static boolean near(double a, double b) {
        return Math.abs(a - b) <= tolerance(Math.max(Math.abs(a), Math.abs(b)));
    }

    static double tolerance(double size) {
        return Math.max(1e-6 * size, 1e-12);
    }
}
