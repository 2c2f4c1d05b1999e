package dev.surveyor.access.users;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.AccessSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords, as many at a time as there are processors: the work is meant to be
 * hard, and whoever sends many must not stop the rest.
 */
@Component
public class Passwords {

    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final PasswordEncoder encoder;
    private final Semaphore workers = new Semaphore(Runtime.getRuntime().availableProcessors());
    private volatile @Nullable String nobodysHash;

    Passwords(AccessSettings settings) {
        this.encoder =
                new DelegatingPasswordEncoder(
                        "bcrypt",
                        Map.of(
                                "bcrypt",
                                new BCryptPasswordEncoder(settings.passwordCost()),
                                "pbkdf2",
                                Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    public String hash(String password) {
        return working(() -> String.valueOf(encoder.encode(password)));
    }

    public boolean matches(String password, String hash) {
        return working(() -> encoder.matches(password, hash));
    }

    /** Does the work of a comparison where there is nothing to compare with. */
    public void compareWithNobodys(String password) {
        String hash = nobodysHash;
        if (hash == null) {
            hash = hash("nobody's password");
            nobodysHash = hash;
        }
        matches(password, hash);
    }

    /** Whether the hash was made with less work than is wanted today. */
    public boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T working(Supplier<T> work) {
        try {
            if (!workers.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw AccessException.retryAfter(
                        Code.BUSY, WAIT_MAX, "Too many passwords are being checked: try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AccessException(Code.BUSY, "The server is stopping: try again later.");
        }
        try {
            return work.get();
        } finally {
            workers.release();
        }
    }
}
