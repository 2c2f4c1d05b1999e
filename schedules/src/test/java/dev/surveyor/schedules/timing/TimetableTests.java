package dev.surveyor.schedules.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimetableTests {

    private static final UUID CONNECTION = UUID.fromString("6f1c6a7e-12a1-4f6e-9e5f-0e7d3f0b9a11");
    private static final Window NIGHT = new Window(LocalTime.of(1, 0), LocalTime.of(6, 0));
    private static final Window LATE = new Window(LocalTime.of(22, 0), LocalTime.of(6, 0));
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Occurrence DUE = run("2026-03-10", "2026-03-10T02:00:00Z");

    private static Timetable utc(String cron, @Nullable Window window, Missed missed) {
        return new Timetable(new Plan(new Cadence.ByCron(cron), ZoneId.of("UTC"), window, missed));
    }

    private static Occurrence run(String date, String at) {
        return new Occurrence(LocalDate.parse(date), Instant.parse(at));
    }

    private static Decision decided(@Nullable Window window, Missed missed, String now) {
        return utc("0 2 * * *", window, missed).decide(DUE, Instant.parse(now), TOLERANCE);
    }

    @Test
    void whatIsNotDueWaits() {
        assertThat(decided(NIGHT, Missed.RUN, "2026-03-10T01:59:59Z"))
                .isEqualTo(new Decision.Wait());
    }

    @Test
    void aRunMayWorkUntilItsWindowEnds() {
        assertThat(decided(NIGHT, Missed.SKIP, "2026-03-10T02:00:01Z"))
                .isEqualTo(
                        new Decision.Run(DUE.date(), Instant.parse("2026-03-10T06:00:00Z"), false));
    }

    @Test
    void whatWasMissedIsMadeUpForAtOnceInsideOfTheWindow() {
        assertThat(decided(NIGHT, Missed.RUN, "2026-03-10T05:00:00Z"))
                .isEqualTo(
                        new Decision.Run(DUE.date(), Instant.parse("2026-03-10T06:00:00Z"), true));
    }

    @Test
    void anOldRunThatIsMadeUpForIsTheRunOfToday() {
        assertThat(decided(NIGHT, Missed.RUN, "2026-03-14T01:30:00Z"))
                .isEqualTo(
                        new Decision.Run(
                                LocalDate.parse("2026-03-14"),
                                Instant.parse("2026-03-14T06:00:00Z"),
                                true));
    }

    @Test
    void outsideOfTheWindowItWaitsForTheNextOne() {
        assertThat(decided(NIGHT, Missed.RUN, "2026-03-10T09:00:00Z"))
                .isEqualTo(new Decision.MakeUp(run("2026-03-11", "2026-03-11T02:00:00Z")));
    }

    @Test
    void aWeeklyRunThatWasMissedIsMadeUpForInTheNextNight() {
        Timetable weekly = utc("0 2 * * TUE", NIGHT, Missed.RUN);
        assertThat(weekly.decide(DUE, Instant.parse("2026-03-10T09:00:00Z"), TOLERANCE))
                .isEqualTo(new Decision.MakeUp(run("2026-03-11", "2026-03-11T01:00:00Z")));
    }

    @Test
    void whoeverWantsItLeavesOutWhatWasMissed() {
        assertThat(decided(NIGHT, Missed.SKIP, "2026-03-10T05:00:00Z"))
                .isEqualTo(new Decision.Miss());
        assertThat(decided(null, Missed.SKIP, "2026-03-10T05:00:00Z"))
                .isEqualTo(new Decision.Miss());
    }

    @Test
    void aPausedSurveyGoesOnInTheNextNightHoweverRareItsRunsAre() {
        Timetable weekly = utc("0 2 * * TUE", NIGHT, Missed.RUN);
        assertThat(weekly.goOn(Instant.parse("2026-03-10T06:00:00Z"), DUE.date()))
                .contains(run("2026-03-11", "2026-03-11T01:00:00Z"));
    }

    @Test
    void inANightPastMidnightItGoesOnWithTheNewDate() {
        Timetable weekly = utc("0 2 * * TUE", LATE, Missed.RUN);
        assertThat(weekly.goOn(Instant.parse("2026-03-10T06:00:00Z"), DUE.date()))
                .contains(run("2026-03-11", "2026-03-11T00:00:00Z"));
        Timetable daily = utc("0 2 * * *", LATE, Missed.RUN);
        assertThat(daily.goOn(Instant.parse("2026-03-10T06:00:00Z"), DUE.date()))
                .contains(run("2026-03-11", "2026-03-11T02:00:00Z"));
    }

    @Test
    void anIntervalKeepsItsDaysAndTheConnectionItsMinute() {
        Choice choice =
                new Choice(
                        null,
                        3,
                        LocalDate.parse("2026-03-01"),
                        120,
                        ZoneId.of("UTC"),
                        NIGHT,
                        Duration.ofDays(7),
                        Missed.RUN);
        Timetable timetable = choice.timetable(CONNECTION);
        assertThat(timetable.next(Instant.parse("2026-03-02T00:00:00Z"), 3))
                .extracting(Occurrence::date)
                .containsExactly(
                        LocalDate.parse("2026-03-04"),
                        LocalDate.parse("2026-03-07"),
                        LocalDate.parse("2026-03-10"));
        assertThat(timetable.next(Instant.parse("2026-03-02T00:00:00Z")))
                .isEqualTo(choice.timetable(CONNECTION).next(Instant.parse("2026-03-02T00:00:00Z")))
                .hasValueSatisfying(run ->
                        assertThat(run.at())
                                .isBetween("2026-03-04T01:00:00Z", "2026-03-04T03:00:00Z"));
    }

    @Test
    void aCronThatNeverComesHasNoNextRun() {
        assertThat(utc("0 2 30 2 *", null, Missed.RUN).next(Instant.EPOCH)).isEmpty();
    }

    @Test
    void namesOfZonesThatMayHaveBeenMeantAreTold() {
        assertThat(TimeZones.named("Europe/Berlin")).isPresent();
        assertThat(TimeZones.named("+02:00")).isEmpty();
        assertThat(TimeZones.like("Germany/berlin")).containsExactly("Europe/Berlin");
        assertThat(TimeZones.like("new york")).contains("America/New_York");
    }
}
