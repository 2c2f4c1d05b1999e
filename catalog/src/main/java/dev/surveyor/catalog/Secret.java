package dev.surveyor.catalog;

import java.util.Objects;

/**
 * Text that must not be seen: it prints as a mark, so no log line, error or listing can show it.
 */
public record Secret(String value) {

    private static final String MARK = "******";

    public Secret {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return MARK;
    }
}
