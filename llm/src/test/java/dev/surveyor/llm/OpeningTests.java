package dev.surveyor.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a start costs: nothing of any provider's client. */
class OpeningTests {

    /** Run in a JVM of its own. */
    public static final class Opening {
        public static void main(String[] arguments) {
            LanguageModels models =
                    LanguageModels.open(
                            TestModel.settings(Map.of()),
                            new InMemoryLedger(1),
                            _ -> {},
                            Clock.systemUTC());
            models.budget("u1");
            System.out.println("opened " + models.model().name());
            models.close();
        }
    }

    @Test
    void loadsNoClientLibrary() throws IOException, InterruptedException {
        Process opening =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xlog:class+load:stdout",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Opening.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(opening.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(opening.waitFor()).isZero();
        assertThat(said).contains("opened ollama qwen2.5:3b", "dev.surveyor.llm.LanguageModels");
        assertThat(said.lines())
                .noneMatch(line ->
                        line.contains("] dev.langchain4j")
                                || line.contains("] org.apache.hc")
                                || line.contains("] com.networknt")
                                || line.contains("] com.fasterxml.jackson.databind"));
    }
}
