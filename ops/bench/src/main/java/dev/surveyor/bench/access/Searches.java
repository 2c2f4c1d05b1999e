package dev.surveyor.bench.access;

import dev.surveyor.bench.server.Api;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finding one of many, and reading all of them page by page. */
final class Searches {

    static final int PAGE_ROWS = 200;

    private static final int WARM_UP_CALLS = 100;
    private static final int TELL_EVERY = 500;

    private final Api api;
    private final PrintStream progress;
    private final List<Double> searchMillis = new ArrayList<>();
    private final List<Double> pageMillis = new ArrayList<>();
    private long found;

    Searches(Api api, PrintStream progress) {
        this.api = api;
        this.progress = progress;
    }

    void search(List<String> beginnings) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            search("warm-up-" + i);
        }
        for (int i = 0; i < beginnings.size(); i++) {
            if (i % TELL_EVERY == 0) {
                progress.printf("  searches: %d of %d%n", i, beginnings.size());
            }
            Api.Answer answer = search(beginnings.get(i));
            if (answer.body().at("/items").isEmpty()) {
                throw new IOException("nobody was found for '" + beginnings.get(i) + "'");
            }
            found += answer.body().at("/items").size();
            searchMillis.add(answer.millis());
        }
    }

    private Api.Answer search(String beginning) throws IOException, InterruptedException {
        return api.get("/users/search?q=" + URLEncoder.encode(beginning, StandardCharsets.UTF_8))
                .required();
    }

    /** Reads all pages; each of the people must be on exactly one. */
    void page(int atLeast) throws IOException, InterruptedException {
        int seen = 0;
        String cursor = "";
        do {
            if (seen % (PAGE_ROWS * TELL_EVERY) == 0) {
                progress.printf("  pages: %d users read%n", seen);
            }
            Api.Answer page = api.get("/users?limit=" + PAGE_ROWS + cursor).required();
            pageMillis.add(page.millis());
            seen += page.body().at("/items").size();
            cursor = page.body().path("next").isString() ? "&after=" + page.text("/next") : "";
        } while (!cursor.isEmpty());
        if (seen < atLeast) {
            throw new IOException("the pages held %d of %d users".formatted(seen, atLeast));
        }
    }

    List<Double> searchMillis() {
        return searchMillis;
    }

    List<Double> pageMillis() {
        return pageMillis;
    }

    long foundOnAverage() {
        return Math.round((double) found / searchMillis.size());
    }
}
