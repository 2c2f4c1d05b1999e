package dev.surveyor.schedules.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two years of nights, with their clocks put forward and back. */
class TwoYearsTests {

    private static final List<String> ZONES =
            List.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Africa/Cairo",
                    "Australia/Lord_Howe",
                    "UTC");

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final int LOOKS_AT_MOST_SECONDS = 45;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    record Story(String zone, String name, Choice choice, UUID connection) {

        @Override
        public String toString() {
            return zone + " " + name;
        }
    }

    static Stream<Story> stories() {
        return ZONES.stream().flatMap(zone -> Stream.concat(byCron(zone), byInterval(zone)));
    }

    /** At the hours at which clocks are changed somewhere, and at others. */
    private static Stream<Story> byCron(String zone) {
        return Stream.of(
                        "0 0 * * *",
                        "30 0 * * *",
                        "30 1 * * *",
                        "0 2 * * *",
                        "10 2 * * *",
                        "30 2 * * *",
                        "15 59 2 * * *",
                        "0 3 * * *",
                        "59 23 * * *",
                        "0 12 * * *")
                .flatMap(cron ->
                        Stream.of(
                                story(zone, cron, cron, null),
                                story(zone, cron + " all day", cron, window("00:00", "23:59:59"))));
    }

    private static Stream<Story> byInterval(String zone) {
        SplittableRandom ids = new SplittableRandom(20260101);
        return Stream.of(
                        window("01:00", "06:00"),
                        window("02:00", "03:00"),
                        window("02:00", "02:30"),
                        window("00:00", "01:00"),
                        window("22:00", "06:00"),
                        window("23:30", "00:30"))
                .flatMap(window ->
                        Stream.generate(() -> new UUID(ids.nextLong(), ids.nextLong()))
                                .limit(2)
                                .map(id -> nightly(zone, window, id)));
    }

    private static Window window(String from, String until) {
        return new Window(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Story story(String zone, String name, String cron, @Nullable Window window) {
        return new Story(
                zone,
                name,
                new Choice(
                        cron,
                        null,
                        LocalDate.EPOCH,
                        0,
                        ZoneId.of(zone),
                        window,
                        Duration.ofDays(7),
                        Missed.RUN),
                new UUID(0, 1));
    }

    private static Story nightly(String zone, Window window, UUID connection) {
        return new Story(
                zone,
                window + " for " + connection,
                new Choice(
                        null,
                        1,
                        LocalDate.EPOCH,
                        120,
                        ZoneId.of(zone),
                        window,
                        Duration.ofDays(7),
                        Missed.RUN),
                connection);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void eachLocalDayHasOneRun(Story story) {
        ZoneId zone = story.choice().zone();
        Timetable timetable = story.choice().timetable(story.connection());
        List<LocalDate> days = new ArrayList<>();
        Instant now = FIRST.atStartOfDay(zone).toInstant().minusMillis(1);
        while (days.isEmpty() || days.getLast().isBefore(LAST)) {
            Occurrence run = timetable.next(now).orElseThrow();
            assertThat(run.at()).isAfter(now);
            assertThat(run.at().atZone(zone).toLocalDate()).isEqualTo(run.date());
            assertThat(timetable.decide(run, run.at(), TOLERANCE))
                    .isInstanceOfSatisfying(
                            Decision.Run.class,
                            decision -> {
                                assertThat(decision.date()).isEqualTo(run.date());
                                if (story.choice().window() != null) {
                                    assertThat(decision.until()).isAfter(run.at());
                                }
                            });
            days.add(run.date());
            now = run.at();
        }
        assertThat(days).containsExactlyElementsOf(FIRST.datesUntil(LAST.plusDays(1)).toList());
    }

    /** The clock goes on by uneven steps; whoever looks finds what is due, as a process does. */
    @ParameterizedTest
    @MethodSource("stories")
    void aProcessThatLooksNowAndThenRunsEachDayOnce(Story story) {
        ZoneId zone = story.choice().zone();
        Timetable timetable = story.choice().timetable(story.connection());
        SplittableRandom steps = new SplittableRandom(story.connection().hashCode());
        Instant now = FIRST.atStartOfDay(zone).toInstant().minusMillis(1);
        Instant end = LAST.plusDays(1).atTime(1, 0).toInstant(ZoneOffset.MIN);
        Map<LocalDate, Integer> runs = new HashMap<>();
        Occurrence due = timetable.next(now).orElseThrow();
        while (now.isBefore(end)) {
            if (timetable.decide(due, now, TOLERANCE) instanceof Decision.Run run) {
                runs.merge(run.date(), 1, Integer::sum);
                due = timetable.next(now).orElseThrow();
            }
            Instant step = now.plusSeconds(steps.nextInt(1, LOOKS_AT_MOST_SECONDS));
            // Hours in which nothing comes due are leapt over.
            now =
                    due.at().isAfter(step)
                            ? due.at().plusSeconds(steps.nextInt(0, LOOKS_AT_MOST_SECONDS))
                            : step;
        }
        assertThat(FIRST.datesUntil(LAST.plusDays(1)))
                .allSatisfy(day -> assertThat(runs).containsEntry(day, 1));
    }
}
