package dev.surveyor.eval.equality;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the ISO dates and times that drivers print and SQLite keeps as text. */
final class Moments {

    private static final Pattern ISO =
            Pattern.compile(
                    "([0-9]{4}-[0-9]{2}-[0-9]{2})"
                            + "(?:[ T]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)"
                            + "(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");

    private Moments() {}

    /** The moment that the text names, in UTC where it names a zone; null where it names none. */
    static @Nullable LocalDateTime read(String text) {
        // Most texts are no dates: the pattern is for those that may be.
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        Matcher parts = ISO.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(parts.group(1));
            if (parts.group(2) == null) {
                return date.atStartOfDay();
            }
            LocalDateTime local = date.atTime(LocalTime.parse(parts.group(2)));
            return parts.group(3) == null
                    ? local
                    : OffsetDateTime.of(local, ZoneOffset.of(parts.group(3)))
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime();
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
