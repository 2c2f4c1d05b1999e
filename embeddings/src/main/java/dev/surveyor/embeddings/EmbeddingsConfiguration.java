package dev.surveyor.embeddings;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Hands out the embedder and the index; both open with their first use, nothing at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddingSettings.class)
public class EmbeddingsConfiguration {

    private static final String DATA_FOLDER = "surveyor.data.folder";

    @Bean
    TextEmbedder textEmbedder(EmbeddingSettings settings, Environment environment) {
        return Embeddings.embedder(settings, folder(settings, environment));
    }

    @Bean
    LazyIndex vectorIndex(
            EmbeddingSettings settings, Environment environment, TextEmbedder embedder) {
        Path folder = folder(settings, environment);
        return new LazyIndex(() ->
                Embeddings.index(settings, folder, Embeddings.model(settings, folder, embedder)));
    }

    @Bean
    IndexDependency indexDependency(EmbeddingSettings settings, LazyIndex index) {
        return new IndexDependency(settings, index);
    }

    @Bean
    IndexOpener indexOpener(
            EmbeddingSettings settings, Environment environment, TextEmbedder embedder) {
        Path folder = folder(settings, environment);
        return kind ->
                Embeddings.index(
                        settings.withIndex(kind),
                        folder,
                        Embeddings.model(settings, folder, embedder));
    }

    @Bean
    HybridSearch hybridSearch(TextEmbedder embedder, VectorIndex index) {
        return new HybridSearch(embedder, index);
    }

    @Bean
    PointMaker pointMaker(TextEmbedder embedder) {
        return new PointMaker(embedder);
    }

    private static Path folder(EmbeddingSettings settings, Environment environment) {
        return settings.folder().isBlank()
                ? Path.of(environment.getProperty(DATA_FOLDER, "data"), "embeddings")
                : Path.of(settings.folder());
    }
}
