package dev.surveyor.connections;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where connections may lead, and how many sessions they may hold.
 *
 * @param networks networks that connections may lead to: loopback, private, public, or such as
 *     10.1.0.0/16; link-local and metadata addresses are refused whatever this says
 * @param folder folder that database files must lie in, made if it is missing; empty: files in the
 *     data folder
 * @param ownedMax most connections of one person
 * @param sharesMax most people that one connection is shared with
 * @param sessionsMax most open sessions of all connections together
 * @param sessionsPerConnectionMax most sessions for questions, or for surveys, that an owner may
 *     allow a connection
 * @param sessionWait how long to wait for a session when all are in use
 * @param sessionIdle how long a session that nobody uses stays open
 * @param connectTimeout how long connecting may take, also to a server that stays silent
 * @param testsMax most tests of connections at a time
 */
@Validated
@ConfigurationProperties("surveyor.connections")
public record ConnectionsSettings(
        @DefaultValue({"loopback", "private"}) @NotEmpty List<
                                @Pattern(
                                        regexp =
                                                "loopback|private|public|[0-9.]{7,15}/[0-9]{1,2}|[0-9a-fA-F:.]{2,45}/[0-9]{1,3}",
                                        message =
                                                "must hold loopback, private, public, or networks such as 10.1.0.0/16")
                                String>
                        networks,
        @DefaultValue("") String folder,
        @DefaultValue("20000") @Min(1) @Max(1_000_000) int ownedMax,
        @DefaultValue("1000") @Min(1) @Max(100_000) int sharesMax,
        @DefaultValue("100") @Min(2) @Max(10_000) int sessionsMax,
        @DefaultValue("50") @Min(1) @Max(1000) int sessionsPerConnectionMax,
        @DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(minutes = 5)
                Duration sessionWait,
        @DefaultValue("2m") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration sessionIdle,
        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(seconds = 10)
                Duration connectTimeout,
        @DefaultValue("10") @Min(1) @Max(100) int testsMax) {

    public ConnectionsSettings {
        networks = List.copyOf(networks);
    }
}
