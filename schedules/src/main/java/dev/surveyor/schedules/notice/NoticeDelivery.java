package dev.surveyor.schedules.notice;

import dev.surveyor.access.Beat;
import dev.surveyor.catalog.SealedColumn;
import dev.surveyor.catalog.Sealer;
import dev.surveyor.catalog.Secret;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.schedules.SchedulesSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Delivers what is to be told; what does not arrive is tried again, ever later, a few times. */
@Component
class NoticeDelivery extends Beat {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDelivery.class);
    private static final Duration FIRST_AFTER = Duration.ofSeconds(20);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration BACKOFF = Duration.ofSeconds(30);
    private static final Duration BACKOFF_MAX = Duration.ofHours(1);
    private static final int AT_A_TIME = 50;
    private static final int RESULT_MAX = 300;
    private static final List<String> RESULTS =
            List.of("delivered", "retried", "given_up", "refused");

    private final NoticeRows rows;
    private final WebhookCall call;
    private final Sealer sealer;
    private final SchedulesSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    @Autowired
    NoticeDelivery(
            NoticeRows rows,
            WebhookCall call,
            Sealer sealer,
            SchedulesSettings settings,
            MeterRegistry meters) {
        this(rows, call, sealer, settings, meters, Clock.systemUTC());
    }

    NoticeDelivery(
            NoticeRows rows,
            WebhookCall call,
            Sealer sealer,
            SchedulesSettings settings,
            MeterRegistry meters,
            Clock clock) {
        super("night-notices", FIRST_AFTER, EVERY);
        this.rows = rows;
        this.call = call;
        this.sealer = sealer;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        RESULTS.forEach(this::counter);
    }

    @Override
    protected void beat() {
        deliver();
    }

    /** Those whose turn it is. */
    void deliver() {
        for (int one = 0; one < AT_A_TIME; one++) {
            Instant now = clock.instant();
            // Whoever dies over it leaves it to another for the time that it would have waited.
            Optional<NoticeRows.Notice> notice =
                    rows.take(now, now.plus(BACKOFF.plus(settings.webhookTimeout())));
            if (notice.isEmpty()) {
                return;
            }
            deliver(notice.get(), now);
        }
    }

    private void deliver(NoticeRows.Notice notice, Instant now) {
        try {
            Receiver receiver = receiver(notice);
            if (receiver == null) {
                over(notice, "given_up", "Nobody wants to be told any more.");
                return;
            }
            int status =
                    call.post(
                            receiver.url(),
                            headers(notice, receiver, now),
                            notice.body(),
                            settings.webhookTimeout());
            if (status / 100 == 2) {
                over(notice, "delivered", "");
            } else {
                again(notice, now, "The receiver answered " + status + ".");
            }
        } catch (ConnectionsException e) {
            LOG.warn(
                    "A failed night could not be told, its address is refused: {}", e.getMessage());
            over(notice, "refused", e.getMessage());
        } catch (IOException e) {
            again(notice, now, "The receiver was not reached: " + e.getMessage());
        }
    }

    private void again(NoticeRows.Notice notice, Instant now, String result) {
        if (notice.tries() >= settings.webhookTriesMax()) {
            LOG.warn("A failed night could not be told, it is given up: {}", result);
            over(notice, "given_up", result);
            return;
        }
        Duration wait = BACKOFF.multipliedBy(1L << Math.min(notice.tries() - 1, 10));
        rows.again(
                notice,
                now.plus(wait.compareTo(BACKOFF_MAX) < 0 ? wait : BACKOFF_MAX),
                cut(result));
        count("retried");
    }

    private void over(NoticeRows.Notice notice, String outcome, String result) {
        rows.over(notice, outcome + (result.isEmpty() ? "" : ": " + cut(result)));
        count(outcome);
    }

    private static String cut(String result) {
        return result.substring(0, Math.min(result.length(), RESULT_MAX));
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return meters.counter("surveyor.schedules.webhooks", "result", outcome);
    }

    /** Whom to tell: the connection's own receiver, else the one of the settings. */
    private record Receiver(URI url, @Nullable Secret secret) {}

    private @Nullable Receiver receiver(NoticeRows.Notice notice) {
        if (!notice.url().isEmpty()) {
            return new Receiver(
                    URI.create(notice.url()), unsealed(notice.connection(), notice.sealedSecret()));
        }
        return settings.webhookUrl().isEmpty()
                ? null
                : new Receiver(URI.create(settings.webhookUrl()), settings.webhookSecret());
    }

    private @Nullable Secret unsealed(UUID connection, @Nullable String sealed) {
        return sealed == null
                ? null
                : new Secret(
                        new String(
                                sealer.unseal(
                                        sealed,
                                        SealedColumn.SCHEDULE_WEBHOOK_SECRET.place(connection)),
                                StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(
            NoticeRows.Notice notice, Receiver receiver, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Surveyor");
        headers.put("X-Surveyor-Delivery", notice.id().toString());
        Secret secret = receiver.secret();
        if (secret != null) {
            headers.put("X-Surveyor-Signature", Signature.of(notice.body(), now, secret));
        }
        return headers;
    }
}
