package dev.surveyor.bench.access;

import dev.surveyor.bench.Samples;
import dev.surveyor.bench.server.Api;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Two kinds of log-ins that are refused, in turns, so that the machine's mood is the same for both.
 */
final class RefusedLogins {

    private static final int WARM_UP_PAIRS = 10;
    private static final int TELL_EVERY = 25;
    private static final String KNOWN = "known.person";

    private final Api api;
    private final PrintStream progress;
    private final List<Double> wrongPassword = new ArrayList<>();
    private final List<Double> unknownUser = new ArrayList<>();

    RefusedLogins(Api api, PrintStream progress) throws IOException, InterruptedException {
        this.api = api;
        this.progress = progress;
        api.post(
                        "/auth/register",
                        Map.of(
                                "username",
                                KNOWN,
                                "email",
                                KNOWN + "@example.org",
                                "password",
                                "granite-violin-tuesday-4"))
                .required();
    }

    void measure(int pairs) throws IOException, InterruptedException {
        for (int pair = 0; pair < WARM_UP_PAIRS; pair++) {
            refused(KNOWN);
            refused(unknown());
        }
        for (int pair = 0; pair < pairs; pair++) {
            if (pair % TELL_EVERY == 0) {
                progress.printf("  log-ins: %d of %d pairs%n", pair, pairs);
            }
            if (pair % 2 == 0) {
                wrongPassword.add(refused(KNOWN));
                unknownUser.add(refused(unknown()));
            } else {
                unknownUser.add(refused(unknown()));
                wrongPassword.add(refused(KNOWN));
            }
        }
    }

    private double refused(String username) throws IOException, InterruptedException {
        Api.Answer answer = api.logIn(username, "not-the-password-%06d".formatted(number()));
        if (answer.status() != 401) {
            throw new IOException(
                    "a log-in that must be refused was answered with " + answer.status());
        }
        return answer.millis();
    }

    private static String unknown() {
        return "nobody%06d".formatted(number());
    }

    private static int number() {
        return ThreadLocalRandom.current().nextInt(1_000_000);
    }

    Samples wrongPassword() {
        return new Samples(wrongPassword);
    }

    Samples unknownUser() {
        return new Samples(unknownUser);
    }

    /** How far the medians are apart, of the larger. */
    double gapPercent() {
        double one = wrongPassword().median();
        double other = unknownUser().median();
        return Math.abs(one - other) / Math.max(one, other) * 100;
    }
}
