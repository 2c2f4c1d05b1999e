package dev.surveyor.bench.restart;

import dev.surveyor.bench.restart.OneExchange.Fate;
import dev.surveyor.bench.restart.OneExchange.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * People at work: they ask, whole and as streams, read and save connections, one request after the
 * other each, until the server takes no more.
 */
final class Load implements AutoCloseable {

    private static final int ASKERS = 3;
    private static final int READERS = 3;
    private static final int REQUESTS_MAX = 20_000;
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int END_SECONDS_MAX = 90;
    private static final int REMARKS_MAX = 20;
    private static final List<String> QUESTIONS =
            List.of(
                    "How many orders are there for each channel?",
                    "How many customers are there?",
                    "What is the average unit price of the products?",
                    "Which five products have the highest list price?",
                    "How many orders were cancelled in 2025?",
                    "How many employees are there in each department?");

    private final URI server;
    private final String key;
    private final String connection;
    private final Promises promises;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> lost = new ArrayList<>();

    private Load(URI server, String key, String connection, Promises promises) {
        this.server = server;
        this.key = key;
        this.connection = connection;
        this.promises = promises;
    }

    static Load begin(URI server, String key, String connection, Promises promises, Random random) {
        Load load = new Load(server, key, connection, promises);
        for (int i = 0; i < ASKERS; i++) {
            load.person(new Random(random.nextLong()), load::question);
            load.person(new Random(random.nextLong()), load::stream);
        }
        for (int i = 0; i < READERS; i++) {
            load.person(new Random(random.nextLong()), load::reading);
        }
        load.person(new Random(random.nextLong()), load::saving);
        return load;
    }

    /** What somebody asks for next. */
    @FunctionalInterface
    private interface Habit {
        Request next(Random random);
    }

    private void person(Random random, Habit habit) {
        threads.execute(() -> {
            for (int i = 0; i < REQUESTS_MAX; i++) {
                Request request = habit.next(random);
                OneExchange exchange = OneExchange.of(server, request);
                if (exchange.fate() == Fate.NOT_ACCEPTED || exchange.fate() == Fate.TURNED_AWAY) {
                    return;
                }
                note(request, exchange);
            }
        });
    }

    private void note(Request request, OneExchange exchange) {
        if (exchange.fate() == Fate.LOST) {
            synchronized (lost) {
                lost.add("%s %s: %s".formatted(request.method(), request.path(), exchange));
            }
            return;
        }
        answered.incrementAndGet();
        if (exchange.status() == CREATED) {
            promises.connected(exchange.body());
        } else if (exchange.status() == OK && request.method().equals("POST")) {
            promises.answered(exchange.body());
        }
    }

    private Request question(Random random) {
        return ask(random, false);
    }

    private Request stream(Random random) {
        return ask(random, true);
    }

    private Request ask(Random random, boolean stream) {
        return new Request(
                "POST",
                "/api/v1/chat/" + connection,
                key,
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "question",
                                        QUESTIONS.get(random.nextInt(QUESTIONS.size())),
                                        "engine",
                                        "PLANNER")),
                stream);
    }

    private Request reading(Random random) {
        List<String> paths =
                List.of(
                        "/api/v1/connections",
                        "/api/v1/chat/" + connection + "/sessions",
                        "/api/v1/intelligence/" + connection + "/insights",
                        "/api/v1/jobs/surveys",
                        "/api/v1/system/health");
        return new Request("GET", paths.get(random.nextInt(paths.size())), key, "", false);
    }

    private Request saving(Random random) {
        return new Request(
                "POST",
                "/api/v1/connections",
                key,
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "name", "c" + Long.toHexString(random.nextLong()),
                                        "kind", "postgresql",
                                        "host", "127.0.0.1",
                                        "database", "nowhere",
                                        "username", "nobody",
                                        "password", "nothing")),
                false);
    }

    int answered() {
        return answered.get();
    }

    /** Requests that were taken and came to nothing, once everybody has stopped. */
    List<String> lost() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(END_SECONDS_MAX, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
        synchronized (lost) {
            return List.copyOf(lost);
        }
    }

    /** The first of them, shortened. */
    static List<String> told(List<String> lost) {
        return lost.stream()
                .limit(REMARKS_MAX)
                .map(each -> "Lost: " + each.substring(0, Math.min(each.length(), 300)).strip())
                .toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
