package dev.surveyor.app;

import dev.surveyor.catalog.CatalogConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The house put together: each module brings one configuration. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(CatalogConfiguration.class)
public class SurveyorApplication {}
