package dev.surveyor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.Editions;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.StrategyVerdict;
import dev.surveyor.catalog.TableName;
import dev.surveyor.scripted.Reply;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A language model is asked where rules are unsure, once, and only if the owner allows it. */
class AdviceIT {

    private static final TableName IDEA = new TableName("public", "idea");

    private NightHouse house;

    @BeforeEach
    void open() throws IOException {
        house = NightHouse.shared();
        house.model
                .models(NightHouse.MODEL)
                .when(
                        "public.idea",
                        Reply.text(
                                """
                                {"columns": [{"name": "title", "strategy": "VECTOR",
                                              "reason": "Ideas are called by it.", "confidence": 0.9}]}
                                """));
    }

    @AfterEach
    void nobodyAnswersOtherTests() {
        house.model.models();
    }

    private UUID database(String name, String more) throws IOException, InterruptedException {
        UUID connection = house.connectionToNew(name, more);
        house.execute(
                name,
                "CREATE TABLE idea (id int PRIMARY KEY, title text); GRANT SELECT ON idea TO night_reader");
        return connection;
    }

    private Insight idea(UUID connection) {
        Editions editions = house.bean(Editions.class);
        return editions.insight(editions.current(connection).orElseThrow(), IDEA).orElseThrow();
    }

    @Test
    void whatItSaysIsTakenWithItsReasonAndNeverAskedTwice()
            throws IOException, InterruptedException {
        UUID connection = database("advised", "");

        house.survey(connection, SurveyMode.FULL);

        StrategyVerdict title = idea(connection).column("title").orElseThrow().strategy();
        assertThat(title.decider()).isEqualTo(StrategyVerdict.Decider.MODEL);
        assertThat(title.strategy()).isEqualTo(Strategy.VECTOR);
        assertThat(title.reason()).isEqualTo("Ideas are called by it.");
        long asked = asked();
        house.survey(connection, SurveyMode.FULL);
        assertThat(asked()).isEqualTo(asked);
        assertThat(idea(connection).column("title").orElseThrow().strategy()).isEqualTo(title);
    }

    @Test
    void whereNothingMayLeaveNobodyIsAsked() throws IOException, InterruptedException {
        UUID connection = database("kept", ", \"egress\": {\"where\": \"NONE\"}");
        long before = asked();

        house.survey(connection, SurveyMode.FULL);

        assertThat(asked()).isEqualTo(before);
        assertThat(idea(connection).column("title").orElseThrow().strategy().decider())
                .isEqualTo(StrategyVerdict.Decider.RULE);
    }

    private long asked() {
        return house.model.requests().stream()
                .filter(told -> told.text().contains("public.idea"))
                .count();
    }
}
