package dev.surveyor.access.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.AccessSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * After some failures each further attempt at one account from one address waits twice as long as
 * the one before. It is the pair that waits: nobody can lock the account's owner out, who comes
 * from another address.
 */
@Component
public class LoginThrottle {

    private static final int FREE_ATTEMPTS = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration WAIT_MAX = Duration.ofMinutes(15);
    private static final int DOUBLINGS_MAX = 20;
    private static final int PAIRS_MAX = 100_000;

    private record Pair(String account, String address) {}

    private record Failures(int count, Instant mayTryFrom) {}

    private final boolean enabled;
    private final Clock clock;
    private final Cache<Pair, Failures> failures =
            Caffeine.newBuilder()
                    .maximumSize(PAIRS_MAX)
                    .expireAfterWrite(WAIT_MAX.multipliedBy(2))
                    .build();

    @Autowired
    LoginThrottle(AccessSettings settings) {
        this(settings.limitsEnabled(), Clock.systemUTC());
    }

    LoginThrottle(boolean enabled, Clock clock) {
        this.enabled = enabled;
        this.clock = clock;
    }

    /**
     * Lets an attempt begin.
     *
     * @throws AccessException when the pair has to wait
     */
    public void require(String account, String address) {
        Failures known = failures.getIfPresent(pair(account, address));
        Instant now = clock.instant();
        if (enabled && known != null && known.mayTryFrom().isAfter(now)) {
            throw AccessException.retryAfter(
                    Code.TOO_MANY_REQUESTS,
                    Duration.between(now, known.mayTryFrom()),
                    "Too many failed attempts at this account from your address: wait, then try again.");
        }
    }

    public void failed(String account, String address) {
        failures.asMap().compute(pair(account, address), (pair, known) -> oneMore(known));
    }

    private Failures oneMore(@Nullable Failures known) {
        int count = known == null ? 1 : known.count() + 1;
        int beyondFree = Math.min(count - FREE_ATTEMPTS, DOUBLINGS_MAX);
        Duration wait =
                beyondFree <= 0 ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << (beyondFree - 1));
        Duration bounded = wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
        return new Failures(count, clock.instant().plus(bounded));
    }

    public void succeeded(String account, String address) {
        failures.invalidate(pair(account, address));
    }

    private static Pair pair(String account, String address) {
        return new Pair(Objects.requireNonNull(account).toLowerCase(Locale.ROOT), address);
    }
}
