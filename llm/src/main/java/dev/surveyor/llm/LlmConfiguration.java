package dev.surveyor.llm;

import dev.surveyor.catalog.Dependency;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands out the language model; its client opens with its first use, nothing at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LlmSettings.class)
public class LlmConfiguration {

    /** Where nobody else keeps the days' tokens, this process does. */
    private static final int USERS_REMEMBERED = 100_000;

    @Bean
    LanguageModels languageModels(
            LlmSettings settings,
            ObjectProvider<UsageLedger> ledgers,
            ObjectProvider<MeterRegistry> meters) {
        MeterRegistry registry = meters.getIfAvailable();
        LanguageModels models =
                LanguageModels.open(
                        settings,
                        ledgers.getIfAvailable(() -> new InMemoryLedger(USERS_REMEMBERED)),
                        registry == null ? use -> {} : new ModelMeters(registry),
                        Clock.systemUTC());
        if (registry != null) {
            Gauge.builder("surveyor.llm.circuit.open", models, all -> all.leftAlone() ? 1 : 0)
                    .description("1: the model failed several times in a row and is left alone")
                    .register(registry);
        }
        return models;
    }

    @Bean
    Dependency modelDependency(LanguageModels models) {
        return models.dependency();
    }

    @Bean
    LanguageModel languageModel(LanguageModels models) {
        return models.model();
    }
}
