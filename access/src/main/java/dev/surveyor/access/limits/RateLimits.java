package dev.surveyor.access.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.AccessSettings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many requests somebody may make in a minute: each has a bucket that refills steadily. */
@Component
public class RateLimits {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int BUCKETS_MAX = 100_000;

    /** What is counted, and for whom. */
    private record Counted(Kind kind, String who) {}

    /** What is limited. */
    public enum Kind {
        /** All requests of a person. */
        USER,
        /** All requests with a key. */
        KEY,
        /** All requests from an address. */
        ADDRESS,
        /** Attempts to log in or register from an address. */
        LOGIN
    }

    private final AccessSettings settings;
    private final Cache<Counted, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(BUCKETS_MAX)
                    .expireAfterAccess(PERIOD.multipliedBy(2))
                    .build();

    RateLimits(AccessSettings settings) {
        this.settings = settings;
    }

    /**
     * Counts one more.
     *
     * @throws AccessException when there were too many, with the time to wait
     */
    public void count(Kind kind, String who) {
        if (!settings.limitsEnabled()) {
            return;
        }
        ConsumptionProbe probe =
                buckets.get(new Counted(kind, who), this::bucket).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw AccessException.retryAfter(
                    Code.TOO_MANY_REQUESTS,
                    Duration.ofNanos(probe.getNanosToWaitForRefill()),
                    "That is more than %d requests in a minute: slow down."
                            .formatted(perMinute(kind)));
        }
    }

    private Bucket bucket(Counted counted) {
        int perMinute = perMinute(counted.kind());
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .build();
    }

    private int perMinute(Kind kind) {
        return switch (kind) {
            case USER -> settings.requestsPerUser();
            case KEY -> settings.requestsPerKey();
            case ADDRESS -> settings.requestsPerAddress();
            case LOGIN -> settings.loginsPerAddress();
        };
    }
}
