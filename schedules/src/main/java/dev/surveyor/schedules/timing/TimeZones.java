package dev.surveyor.schedules.timing;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names of time zones as this machine knows them. */
public final class TimeZones {

    private static final int HINTS_MAX = 5;
    private static final int LETTERS_MIN = 3;
    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

    private TimeZones() {}

    /** Regions only: a fixed offset knows nothing of summer. */
    public static Optional<ZoneId> named(String name) {
        return NAMES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** Names that may have been meant. */
    public static List<String> like(String typed) {
        String[] parts = typed.strip().toLowerCase(Locale.ROOT).split("[/\\s]+", -1);
        String wanted = parts[parts.length - 1].replace(' ', '_');
        if (wanted.length() < LETTERS_MIN) {
            return List.of();
        }
        String beginning = wanted.substring(0, Math.min(wanted.length(), LETTERS_MIN + 1));
        List<String> containing = containing(wanted);
        return containing.isEmpty() ? containing(beginning) : containing;
    }

    private static List<String> containing(String part) {
        return NAMES.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .sorted()
                .limit(HINTS_MAX)
                .toList();
    }
}
