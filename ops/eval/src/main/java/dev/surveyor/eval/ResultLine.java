package dev.surveyor.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The figures that a command ends with, in one line that a script can read. */
public record ResultLine(List<String> figures) {

    public ResultLine {
        figures = List.copyOf(figures);
    }

    public static ResultLine empty() {
        return new ResultLine(List.of());
    }

    public ResultLine with(String name, long value) {
        return withText(name, Long.toString(value));
    }

    public ResultLine with(String name, OptionalLong value) {
        return withText(name, value.isPresent() ? Long.toString(value.getAsLong()) : "-");
    }

    /** A share between 0 and 1; a dash where there was nothing to take a share of. */
    public ResultLine with(String name, OptionalDouble share) {
        return withText(
                name,
                share.isPresent() ? String.format(Locale.ROOT, "%.4f", share.getAsDouble()) : "-");
    }

    /** A share between 0 and 1, said in percent; a dash where there was nothing to share. */
    public ResultLine withPercent(String name, OptionalDouble share) {
        return withPercent(name, share, 2);
    }

    /** The same with so many decimals: more than the number of questions bears say nothing. */
    public ResultLine withPercent(String name, OptionalDouble share, int decimals) {
        return withText(
                name,
                share.isPresent()
                        ? String.format(
                                Locale.ROOT, "%." + decimals + "f", 100 * share.getAsDouble())
                        : "-");
    }

    /** Milliseconds down to the microsecond; a dash where there was nothing to time. */
    public ResultLine withMillis(String name, OptionalDouble millis) {
        return withText(
                name,
                millis.isPresent()
                        ? String.format(Locale.ROOT, "%.3f", millis.getAsDouble())
                        : "-");
    }

    private ResultLine withText(String name, String value) {
        List<String> longer = new ArrayList<>(figures);
        longer.add(name + "=" + value);
        return new ResultLine(longer);
    }

    @Override
    public String toString() {
        return figures.isEmpty() ? "RESULT" : "RESULT " + String.join(" ", figures);
    }
}
