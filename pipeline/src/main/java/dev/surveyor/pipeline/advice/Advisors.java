package dev.surveyor.pipeline.advice;

import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Egress;
import dev.surveyor.llm.LanguageModels;
import dev.surveyor.pipeline.PipelineSettings;
import dev.surveyor.pipeline.StrategyAdvisor;
import org.springframework.stereotype.Component;

/** Who is asked about a connection's columns. */
@Component
public class Advisors {

    private final LanguageModels models;
    private final AdviceRows rows;
    private final PipelineSettings settings;

    Advisors(LanguageModels models, AdviceRows rows, PipelineSettings settings) {
        this.models = models;
        this.rows = rows;
        this.settings = settings;
    }

    /** For one survey; nobody where its owner does not want a model to be asked. */
    public StrategyAdvisor of(Connection connection) {
        boolean wanted =
                connection.options().survey().askModel()
                        && connection.options().egress().where() != Egress.Where.NONE
                        && settings.adviceTablesMax() > 0;
        return wanted
                ? new ModelAdvisor(models, rows, connection, settings.adviceTablesMax())
                : StrategyAdvisor.NONE;
    }
}
