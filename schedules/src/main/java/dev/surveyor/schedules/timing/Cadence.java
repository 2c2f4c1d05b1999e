package dev.surveyor.schedules.timing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * Which local times a survey comes due at. Reckoned without a zone, so that no change of clocks
 * makes a day fall out.
 */
public sealed interface Cadence {

    /** The first time that is due on this day or later; null: never. */
    @Nullable LocalDateTime onOrAfter(LocalDate day);

    /** Whether there is a second time on the day of this one. */
    boolean comesAgainAfter(LocalDateTime time);

    /**
     * By an expression.
     *
     * @param typed minute, hour, day, month, weekday; with a sixth field, of seconds, before them
     */
    record ByCron(String typed) implements Cadence {

        private static final int WITHOUT_SECONDS = 5;

        /**
         * Reads it once, so that a wrong one is refused at once.
         *
         * @throws IllegalArgumentException when it is none
         */
        public ByCron {
            parsed(typed);
        }

        private static CronExpression parsed(String typed) {
            String[] fields = typed.strip().split("\\s+", -1);
            return CronExpression.parse(
                    fields.length == WITHOUT_SECONDS ? "0 " + typed.strip() : typed.strip());
        }

        @Override
        public @Nullable LocalDateTime onOrAfter(LocalDate day) {
            return parsed(typed).next(day.atStartOfDay().minusNanos(1));
        }

        @Override
        public boolean comesAgainAfter(LocalDateTime time) {
            LocalDateTime next = parsed(typed).next(time);
            return next != null && next.toLocalDate().equals(time.toLocalDate());
        }
    }

    /**
     * Every so many days.
     *
     * @param since a day on which it is due
     */
    record EveryDays(int days, LocalDate since, LocalTime at) implements Cadence {

        @Override
        public LocalDateTime onOrAfter(LocalDate day) {
            long gone = Math.floorMod(day.toEpochDay() - since.toEpochDay(), (long) days);
            return day.plusDays(gone == 0 ? 0 : days - gone).atTime(at);
        }

        @Override
        public boolean comesAgainAfter(LocalDateTime time) {
            return false;
        }
    }
}
