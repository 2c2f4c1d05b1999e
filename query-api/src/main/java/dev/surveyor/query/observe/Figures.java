package dev.surveyor.query.observe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;

/** Numbers in sentences, and the middle of many. */
final class Figures {

    private static final double WHOLE_FROM = 1_000;
    private static final double TINY = 0.01;
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Figures() {}

    /** With separators, and no more digits than one reads. */
    static String said(double value) {
        double size = Math.abs(value);
        if (size > 0 && size < TINY) {
            return new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toString();
        }
        return form(size >= WHOLE_FROM ? "#,##0" : "#,##0.##").format(value);
    }

    /** A part of the whole, never rounded up to all of it. */
    static String share(double part) {
        return form("0").format(Math.floor(part * 100)) + " %";
    }

    /** With a sign, such as {@code +150 %}. */
    static String change(double part) {
        return form("+#,##0;-#,##0").format(part * 100) + " %";
    }

    private static DecimalFormat form(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
