package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.app.PromQl.Selector;
import dev.surveyor.app.WatchFiles.Query;
import dev.surveyor.scripted.Reply;
import dev.surveyor.scripted.ScriptedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether what alerts, rules and panels ask for is there in a running Surveyor: the demo shop,
 * surveyed, and ten questions. No panel can be blank unseen.
 */
class WatchIT {

    private static final String KEY = "who watches the surveyors";
    private static final int LOOK_EVERY_MILLIS = 200;
    private static final int TOLD_WITHIN_SECONDS = 60;
    private static final List<Query> QUERIES = WatchFiles.queries();
    private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

    private static final String QUESTIONS =
            """
            How many orders are there for each channel?
            How many orders are there for each status?
            How many customers are there?
            How many products are there?
            Which product costs most?
            What was our revenue in May 2026?
            How many orders were placed in May 2026?
            What is this database about?
            Hello!
            Which colour does Tuesday have?
            """;

    @TempDir private Path data = Path.of("");

    @Test
    void everyPanelRuleAndAlertAsksForSeriesAndLabelsThatThereAre() throws Exception {
        Exposition seen = new Exposition();
        // Prometheus' own.
        seen.add("up", Map.of());
        seen.add("ALERTS", Map.of("alertname", "x", "alertstate", "firing"));
        CompletableFuture<Boolean> whole = new CompletableFuture<>();
        try (ScriptedModel model = ScriptedModel.start().always(Reply.text("{}"));
                SurveyorProcess demo = demo(model);
                ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
            demo.awaitLine("Ctrl-C stops everything");
            // Some series are there only while a survey runs.
            ScheduledFuture<?> looking =
                    watch.scheduleWithFixedDelay(
                            () -> {
                                seen.add(scraped(demo));
                                if (missing(seen).isEmpty()) {
                                    whole.complete(true);
                                }
                            },
                            0,
                            LOOK_EVERY_MILLIS,
                            TimeUnit.MILLISECONDS);
            demo.awaitLine("The shop is surveyed: edition 1, ");
            ask();
            // How old editions are is told each half minute.
            whole.completeOnTimeout(false, TOLD_WITHIN_SECONDS, TimeUnit.SECONDS).join();
            assertThat(looking.cancel(true)).isTrue();
        }
        assertThat(missing(seen)).isEmpty();
    }

    private SurveyorProcess demo(ScriptedModel model) {
        return SurveyorProcess.start(
                Map.of(),
                "demo",
                "--port",
                "%port%",
                "--data",
                data.toString(),
                "--set",
                "surveyor.access.scrape-key=" + KEY,
                "--set",
                "surveyor.llm.provider=openai",
                "--set",
                "surveyor.llm.model=scripted",
                "--set",
                "surveyor.llm.base-url=" + model.v1Url());
    }

    private void ask() throws Exception {
        try (SurveyorProcess asking =
                SurveyorProcess.start(Map.of(), "ask", "shop", "--json", "--data", data.toString())
                        .say(QUESTIONS)) {
            asking.exitCode();
            assertThat(asking.awaitEnd().lines().filter(line -> line.startsWith("{"))).hasSize(10);
        }
    }

    private static String scraped(SurveyorProcess demo) {
        try {
            return demo.get("/actuator/prometheus", "Authorization", "Bearer " + KEY).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** One line for each thing that is asked for and not there. */
    private static List<String> missing(Exposition seen) {
        Map<String, Set<String>> recorded =
                QUERIES.stream()
                        .filter(query -> !query.record().isEmpty())
                        .collect(Collectors.toMap(Query::record, query -> query.read().grouped()));
        List<String> missing = new ArrayList<>();
        for (Query query : QUERIES) {
            PromQl asked = query.read();
            Set<String> labels = new HashSet<>();
            for (Selector selector : asked.selectors()) {
                Set<String> ofRule = recorded.get(selector.metric());
                if (ofRule == null && !seen.has(selector)) {
                    missing.add(query.where() + ": no series " + selector);
                }
                labels.addAll(ofRule == null ? seen.labelsOf(selector.metric()) : ofRule);
            }
            Set<String> shown = asked.grouped().isEmpty() ? labels : asked.grouped();
            asked.grouped().stream()
                    .filter(label -> !labels.contains(label))
                    .forEach(
                            label -> missing.add(query.where() + ": nothing to group by " + label));
            LEGEND.matcher(query.legend())
                    .results()
                    .map(each -> each.group(1))
                    .filter(label -> !shown.contains(label))
                    .forEach(label -> missing.add(query.where() + ": no label " + label));
        }
        return missing;
    }
}
