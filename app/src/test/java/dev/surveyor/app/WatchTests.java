package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.app.WatchFiles.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Alerts and dashboards as files: complete, and of a form that Grafana takes. */
class WatchTests {

    private static final Set<String> PANELS = Set.of("stat", "timeseries", "bargauge");
    private static final int WIDTH = 24;

    private final String handbook = WatchFiles.text(WatchFiles.REPOSITORY.resolve("ops/README.md"));
    private final String tests =
            WatchFiles.text(WatchFiles.REPOSITORY.resolve("ops/prometheus/alerts_test.yml"));

    @Test
    void eachAlertSaysHowBadItIsAndWhatToDoAndIsTestedBothWays() {
        List<JsonNode> alerts =
                WatchFiles.rules().stream().filter(rule -> rule.has("alert")).toList();
        assertThat(alerts).hasSizeGreaterThanOrEqualTo(10);
        for (JsonNode alert : alerts) {
            String name = alert.path("alert").asString();
            assertThat(alert.at("/labels/severity").asString(""))
                    .as(name)
                    .isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asString("")).as(name).isNotBlank();
            assertThat(alert.at("/annotations/runbook").asString(""))
                    .isEqualTo("ops/README.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(handbook).contains("\n### " + name + "\n");
            assertThat(tests).contains(name + " goes off\n", name + " does not, ");
        }
    }

    @Test
    void everyRunbookIsOfAnAlertThatThereIs() {
        Matcher heading = Pattern.compile("\n### (Surveyor\\w+)\n").matcher(handbook);
        assertThat(heading.results().map(each -> each.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        WatchFiles.rules().stream()
                                .filter(rule -> rule.has("alert"))
                                .map(rule -> rule.path("alert").asString())
                                .toList());
    }

    @Test
    void dashboardsHaveTheFormThatGrafanaLoads() {
        Set<String> uids = new HashSet<>();
        for (JsonNode dashboard : WatchFiles.dashboards()) {
            String title = dashboard.path("title").asString();
            assertThat(uids.add(dashboard.path("uid").asString())).as(title).isTrue();
            assertThat(dashboard.path("schemaVersion").asInt()).as(title).isGreaterThan(35);
            assertThat(dashboard.at("/templating/list/0/name").asString()).isEqualTo("source");
            Set<Integer> ids = new HashSet<>();
            Set<String> cells = new HashSet<>();
            for (JsonNode panel : dashboard.path("panels")) {
                String where = title + " / " + panel.path("title").asString();
                assertThat(ids.add(panel.path("id").asInt())).as(where).isTrue();
                assertThat(PANELS).as(where).contains(panel.path("type").asString());
                assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${source}");
                assertThat(panel.at("/fieldConfig/defaults/unit").asString("")).isNotEmpty();
                place(panel.path("gridPos"), cells, where);
                assertThat(panel.path("targets").valueStream().map(each -> each.path("refId")))
                        .as(where)
                        .isNotEmpty()
                        .doesNotHaveDuplicates();
            }
        }
        assertThat(uids).hasSize(4);
    }

    private static void place(JsonNode at, Set<String> cells, String where) {
        assertThat(at.path("x").asInt() + at.path("w").asInt())
                .as(where)
                .isLessThanOrEqualTo(WIDTH);
        for (int x = 0; x < at.path("w").asInt(); x++) {
            for (int y = 0; y < at.path("h").asInt(); y++) {
                String cell = (at.path("x").asInt() + x) + "," + (at.path("y").asInt() + y);
                assertThat(cells.add(cell)).as(where + " lies over another at " + cell).isTrue();
            }
        }
    }

    @Test
    void whatIsRecordedIsAskedForAndWhatIsAskedForIsRecorded() {
        List<String> recorded =
                WatchFiles.queries().stream()
                        .map(Query::record)
                        .filter(name -> !name.isEmpty())
                        .toList();
        Set<String> asked = new HashSet<>();
        WatchFiles.queries()
                .forEach(query ->
                        query.read().selectors().stream()
                                .map(PromQl.Selector::metric)
                                .filter(metric -> metric.contains(":"))
                                .forEach(asked::add));
        assertThat(asked).containsExactlyInAnyOrderElementsOf(recorded);
    }
}
