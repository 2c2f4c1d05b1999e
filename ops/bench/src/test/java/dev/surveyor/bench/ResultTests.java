package dev.surveyor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTests {

    private static final String PAGE =
            "before\n" + ResultTable.BEGIN + "\nold\n" + ResultTable.END + "\nafter\n";

    @Test
    void theTextEndsWithTheFiguresInTheirOrder() {
        assertThat(result("bench startup").text())
                .startsWith("bench startup, 2026-01-02T03:04:05Z\na machine\n")
                .contains("serve", "1.500")
                .contains("A remark.")
                .endsWith("\nRESULT runs=20 first_answer_s=1.500\n");
    }

    @Test
    void aKeptResultIsReadAsItWas(@TempDir Path folder) throws IOException {
        ResultFolder results = new ResultFolder(folder);
        Result kept = result("bench startup");
        results.keep("startup", kept);
        assertThat(results.readAll()).containsExactly(kept);
        assertThat(folder.resolve("startup.txt")).hasContent(kept.text());
    }

    @Test
    void noFolderIsNoResult(@TempDir Path folder) throws IOException {
        assertThat(new ResultFolder(folder.resolve("none")).readAll()).isEmpty();
    }

    @Test
    void aFileThatIsNoResultIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\"command\": 1,");
        assertThatThrownBy(() -> new ResultFolder(folder).readAll())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining("run its experiment again");
    }

    @Test
    void theTableDoesNotDependOnTheOrderOfItsResults() {
        Result bench = result("bench startup");
        Result fault = result("fault kill-start");
        assertThat(ResultTable.of(List.of(fault, bench)))
                .isEqualTo(ResultTable.of(List.of(bench, fault)))
                .endsWith(
                        """
                        | `bench startup` | `runs=20 first_answer_s=1.500` | 2026-01-02T03:04:05Z | a machine |
                        | `fault kill-start` | `runs=20 first_answer_s=1.500` | 2026-01-02T03:04:05Z | a machine |
                        """);
    }

    @Test
    void onlyWhatLiesBetweenTheMarksIsReplaced() throws IOException {
        String once = ResultTable.replaceIn(PAGE, "new\n");
        assertThat(once)
                .isEqualTo(
                        "before\n" + ResultTable.BEGIN + "\nnew\n" + ResultTable.END + "\nafter\n");
        assertThat(ResultTable.replaceIn(once, "new\n")).isEqualTo(once);
    }

    @Test
    void aPageWithoutTheMarksIsRefused() {
        assertThatThrownBy(() -> ResultTable.replaceIn("before\nafter\n", "new\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(ResultTable.BEGIN);
    }

    private static Result result(String command) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("runs", 20);
        figures.put("first_answer_s", 1.5);
        return new Result(
                command,
                "2026-01-02T03:04:05Z",
                "a machine",
                new Report(
                        List.of(new Report.Row("serve", "s", new Samples(List.of(1.5)))),
                        List.of("A remark."),
                        figures));
    }
}
