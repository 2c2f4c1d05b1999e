package dev.surveyor.app;

import dev.surveyor.access.AccessConfiguration;
import dev.surveyor.catalog.CatalogConfiguration;
import dev.surveyor.connections.ConnectionsConfiguration;
import dev.surveyor.embeddings.EmbeddingsConfiguration;
import dev.surveyor.llm.LlmConfiguration;
import dev.surveyor.pipeline.PipelineConfiguration;
import dev.surveyor.query.QueryConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The house put together: each module brings one configuration. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({
    CatalogConfiguration.class,
    AccessConfiguration.class,
    ConnectionsConfiguration.class,
    EmbeddingsConfiguration.class,
    LlmConfiguration.class,
    PipelineConfiguration.class,
    QueryConfiguration.class
})
public class SurveyorApplication {

    /** What the build runs to work the context out ahead of time; people run {@link Surveyor}. */
    public static void main(String[] arguments) {
        SpringApplication.run(SurveyorApplication.class, arguments);
    }
}
