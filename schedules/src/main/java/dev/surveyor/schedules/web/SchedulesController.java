package dev.surveyor.schedules.web;

import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.Right;
import dev.surveyor.schedules.alarm.Alarms;
import dev.surveyor.schedules.nights.DefaultChoice;
import dev.surveyor.schedules.nights.DefaultSchedules;
import dev.surveyor.schedules.nights.NightRows;
import dev.surveyor.schedules.nights.Pause;
import dev.surveyor.schedules.nights.Schedule;
import dev.surveyor.schedules.nights.ScheduleRows;
import dev.surveyor.schedules.timing.Choice;
import dev.surveyor.schedules.timing.Occurrence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Schedules: operators see and change all of them, others those of their connections. */
@RestController
@RequestMapping("/api/v1")
class SchedulesController {

    private final Connections connections;
    private final ScheduleRows schedules;
    private final NightRows nights;
    private final DefaultSchedules standard;
    private final DefaultChoice choice;
    private final ScheduleListing listing;
    private final Receivers receivers;
    private final Pause pause;
    private final Alarms alarms;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    SchedulesController(
            Connections connections,
            ScheduleRows schedules,
            NightRows nights,
            DefaultSchedules standard,
            DefaultChoice choice,
            ScheduleListing listing,
            Receivers receivers,
            Pause pause,
            Alarms alarms,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.connections = connections;
        this.schedules = schedules;
        this.nights = nights;
        this.standard = standard;
        this.choice = choice;
        this.listing = listing;
        this.receivers = receivers;
        this.pause = pause;
        this.alarms = alarms;
        this.audit = audit;
        this.transactions = transactions;
    }

    @GetMapping("/schedules")
    @Needs(Permission.SURVEYS_READ)
    ScheduleListing.ListedSchedules list(
            @RequestParam(required = false) @Nullable @Size(max = 1200) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return listing.page(after, limit, caller, paused());
    }

    @GetMapping("/connections/{id}/schedule")
    @Needs(Permission.SURVEYS_READ)
    ShownSchedule one(@PathVariable UUID id, Caller caller) {
        Connection connection = connection(id, caller, Right.VIEW);
        return shown(schedule(id), connection);
    }

    /** What is left out is as in the default; an empty object goes back to it. */
    @PutMapping("/connections/{id}/schedule")
    @Needs(Permission.SURVEYS_RUN)
    ShownSchedule change(
            @PathVariable UUID id, @Valid @RequestBody ScheduleFields fields, Caller caller) {
        Connection connection = connection(id, caller, Right.OWNER);
        Schedule chosen = chosen(fields, schedule(id));
        transactions.executeWithoutResult(status -> {
            schedules.save(chosen);
            audit.record(
                    Actor.of(caller),
                    "schedule.changed",
                    "connection",
                    id.toString(),
                    Map.of(
                            "default", !chosen.own(),
                            "enabled", chosen.enabled(),
                            "webhook", chosen.webhookUrl()));
        });
        alarms.set(id, chosen.next() == null ? null : chosen.next().at());
        return shown(chosen, connection);
    }

    private Schedule chosen(ScheduleFields fields, Schedule before) {
        UUID id = before.connection();
        Instant now = Instant.now();
        Choice wanted =
                fields.isDefault()
                        ? choice.choice()
                        : Choosing.of(fields, choice.choice(), id, now);
        boolean enabled = fields.enabled() == null || fields.enabled();
        String address = receivers.address(fields.webhookUrl());
        Occurrence next = enabled ? wanted.timetable(id).next(now).orElse(null) : null;
        return new Schedule(
                id,
                !fields.isDefault(),
                enabled,
                wanted,
                address,
                receivers.secret(fields, address, before),
                next);
    }

    /** No survey begins by itself any more, in any process; those that run go on. */
    @PostMapping("/schedules/pause")
    @Needs(Permission.SCHEDULES_PAUSE)
    Resting pauseAll(Caller caller) {
        transactions.executeWithoutResult(status -> {
            if (pause.begin(caller.username())) {
                note("schedules.paused", caller);
            }
        });
        return new Resting(paused());
    }

    @PostMapping("/schedules/resume")
    @Needs(Permission.SCHEDULES_PAUSE)
    Resting resumeAll(Caller caller) {
        transactions.executeWithoutResult(status -> {
            if (pause.end()) {
                note("schedules.resumed", caller);
            }
        });
        return new Resting(paused());
    }

    /**
     * Whether all schedules rest.
     *
     * @param paused null: they go on
     */
    record Resting(ShownSchedule.@Nullable ShownPause paused) {}

    private void note(String action, Caller caller) {
        audit.record(Actor.of(caller), action, "schedules", "all", Map.of());
    }

    private ShownSchedule.@Nullable ShownPause paused() {
        return pause.current().map(ShownSchedule.ShownPause::of).orElse(null);
    }

    private Connection connection(UUID id, Caller caller, Right right) {
        return caller.may(Permission.CONNECTIONS_WATCH)
                ? connections.byId(id).orElseThrow(ConnectionsException::unknown)
                : connections.require(id, caller, right).connection();
    }

    private Schedule schedule(UUID id) {
        return schedules
                .byId(id)
                .or(() -> {
                    standard.give(id);
                    return schedules.byId(id);
                })
                .orElseThrow(ConnectionsException::unknown);
    }

    private ShownSchedule shown(Schedule schedule, Connection connection) {
        return ShownSchedule.of(
                schedule, connection.name(), nights.newest(connection.id()).orElse(null), paused());
    }
}
