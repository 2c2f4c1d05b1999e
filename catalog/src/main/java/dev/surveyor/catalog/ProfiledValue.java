package dev.surveyor.catalog;

/**
 * A value that a profile keeps.
 *
 * @param text as the database prints it
 * @param cut whether there is more of it than the text holds
 * @param rows that hold it; {@link #UNCOUNTED} for a sample
 */
public record ProfiledValue(String text, boolean cut, long rows) {

    public static final long UNCOUNTED = -1;
}
