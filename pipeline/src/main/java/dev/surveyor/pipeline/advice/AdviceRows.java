package dev.surveyor.pipeline.advice;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What language models said, by what they were asked. */
@Component
class AdviceRows {

    static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient client;

    AdviceRows(JdbcClient client) {
        this.client = client;
    }

    Optional<String> of(UUID connection, UUID question) {
        return client.sql(
                        "SELECT answer FROM strategy_advice WHERE connection_id = :id AND question = :question")
                .param("id", connection)
                .param("question", question)
                .query(String.class)
                .optional();
    }

    void keep(UUID connection, UUID question, String answer, String model) {
        client.sql(
                        """
                        INSERT INTO strategy_advice (connection_id, question, answer, model)
                        VALUES (:id, :question, :answer, :model) ON CONFLICT DO NOTHING
                        """)
                .param("id", connection)
                .param("question", question)
                .param("answer", answer)
                .param("model", model)
                .update();
    }
}
