package dev.surveyor.pipeline.job;

/**
 * What a survey would do.
 *
 * @param tables in its scope
 * @param anew that it would look at: new ones, and those that may have changed
 * @param rows that the database believes to be in those
 * @param bytes that the database believes them to have
 * @param seconds how long it would probably take
 */
public record Forecast(
        int tables, int anew, int unchanged, int gone, long rows, long bytes, long seconds) {}
