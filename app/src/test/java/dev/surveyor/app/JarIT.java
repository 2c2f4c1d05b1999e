package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class JarIT {

    @Test
    void ofOursItHoldsTheModulesAndTheShopAndNothingThatMeasures() throws IOException {
        try (JarFile jar = new JarFile("target/surveyor.jar")) {
            List<String> ours =
                    jar.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.startsWith("BOOT-INF/lib/surveyor-"))
                            .map(name -> name.replaceAll(".*/surveyor-([a-z]+)-.*", "$1"))
                            .toList();
            assertThat(ours)
                    .containsExactlyInAnyOrder(
                            "access",
                            "catalog",
                            "connections",
                            "demo",
                            "embeddings",
                            "llm",
                            "sources");
        }
    }

    @Test
    void itHoldsTheWeightsOfTheDefaultModelAndOfNoOther() throws IOException {
        try (JarFile jar = new JarFile("target/surveyor.jar")) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .filteredOn(name -> name.contains("langchain4j-embeddings"))
                    .hasSize(1)
                    .allMatch(name -> name.contains("embeddings-all-minilm-l6-v2-q-"));
        }
    }
}
