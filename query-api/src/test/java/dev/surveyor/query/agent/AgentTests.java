package dev.surveyor.query.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.EditionContent;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.Holds;
import dev.surveyor.llm.LanguageModels;
import dev.surveyor.llm.LlmSettings;
import dev.surveyor.llm.MayLeave;
import dev.surveyor.query.Answer;
import dev.surveyor.query.AnswerKind;
import dev.surveyor.query.Engine;
import dev.surveyor.query.Evidence.Agreement;
import dev.surveyor.query.PetShop;
import dev.surveyor.query.Planner;
import dev.surveyor.query.QuerySettings;
import dev.surveyor.query.Question;
import dev.surveyor.query.RunEvent;
import dev.surveyor.query.Turn;
import dev.surveyor.query.generate.ModelAccess;
import dev.surveyor.query.known.Known;
import dev.surveyor.query.retrieve.TableSearch;
import dev.surveyor.query.retrieve.Weights;
import dev.surveyor.query.retrieve.WordEmbedder;
import dev.surveyor.query.source.SessionSource;
import dev.surveyor.scripted.Reply;
import dev.surveyor.scripted.ScriptedModel;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

class AgentTests {

    private static final MayLeave LOCAL =
            new MayLeave(MayLeave.Where.LOCAL, Set.of(), Set.of(Holds.NAMES, Holds.VALUES));

    @TempDir private static Path folder;

    private static Planner planner = Planner.bundled();

    private final ScriptedModel script = ScriptedModel.start();
    private final List<RunEvent> events = new ArrayList<>();
    private final LanguageModels models =
            LanguageModels.open(
                    new Binder(
                                    new MapConfigurationPropertySource(
                                            Map.of(
                                                    "surveyor.llm.provider", "openai",
                                                    "surveyor.llm.model", "scripted",
                                                    "surveyor.llm.retries", "0",
                                                    "surveyor.llm.base-url", script.v1Url())))
                            .bind("surveyor.llm", LlmSettings.class)
                            .get(),
                    (user, day, tokens) -> 0,
                    use -> {},
                    Clock.systemUTC());
    private SourceSession session = open();
    private QuerySettings settings = settings(Map.of());

    @BeforeAll
    static void fill() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("pets.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "CREATE TABLE owners (owner_id INTEGER PRIMARY KEY, name TEXT, city TEXT, age INTEGER)");
            statement.executeUpdate(
                    "CREATE TABLE pets (pet_id INTEGER PRIMARY KEY, owner_id INTEGER, species TEXT, weight INTEGER)");
            statement.executeUpdate(
                    "INSERT INTO owners VALUES (1, 'Ann', 'Paris', 30), (2, 'Bob', 'Oslo', 40), (3, 'Cid', 'Oslo', 50)");
            statement.executeUpdate(
                    "INSERT INTO pets VALUES (1, 1, 'cat', 4), (2, 1, 'dog', 20), (3, 2, 'cat', 5)");
        }
    }

    private static QuerySettings settings(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(Map.of("surveyor.query.context-tokens", "2000"));
        all.putAll(others);
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("surveyor.query", QuerySettings.class)
                .get();
    }

    private static SourceSession open() {
        return Sources.open(
                SourceAddress.ofFile("sqlite", folder.resolve("pets.db")),
                SessionLimits.standard());
    }

    @BeforeEach
    void begin() {
        events.clear();
    }

    @AfterEach
    void close() {
        session.close();
        models.close();
        script.close();
    }

    @Test
    void thePlannerAnswersWithoutAnyModel() {
        Answer answer = ask("How many owners are there in Oslo?", Engine.PLANNER);
        assertThat(answer.kind()).isEqualTo(AnswerKind.ANSWER);
        assertThat(answer.rows()).containsExactly(List.of(BigDecimal.valueOf(2)));
        assertThat(answer.evidence().engine()).isEqualTo("planner");
        assertThat(answer.evidence().tables()).containsExactly("main.owners");
        assertThat(answer.evidence().values())
                .extracting(value -> value.column())
                .containsExactly("main.owners.city");
        assertThat(script.requests()).isEmpty();
    }

    @Test
    void aModelAnswersAndWhatItSaysBeforeItsSqlIsStreamed() {
        script.always(sql("Heaviest pet.", "SELECT max(weight) AS heaviest FROM pets"));
        Answer answer = ask("What does the heaviest animal weigh?", Engine.MODEL);
        assertThat(answer.rows()).containsExactly(List.of(BigDecimal.valueOf(20)));
        assertThat(answer.explanation()).isEqualTo("Heaviest pet.");
        assertThat(tokens().strip()).isEqualTo("Heaviest pet.");
        assertThat(answer.evidence().engine()).contains("scripted");
    }

    @Test
    void aBrokenStatementIsRepairedWithTheDatabasesWords() {
        script.always(sql("", "SELECT wieght FROM pets"), sql("", "SELECT max(weight) FROM pets"));
        Answer answer = ask("What does the heaviest animal weigh?", Engine.MODEL);
        assertThat(answer.rows()).containsExactly(List.of(BigDecimal.valueOf(20)));
        assertThat(answer.evidence().rounds()).isEqualTo(2);
        assertThat(script.requests().getLast().text().contains("wieght")).isTrue();
    }

    @Test
    void afterThreeRepairsItGivesUp() {
        script.always(sql("", "SELECT wieght FROM pets"));
        Answer answer = ask("What does the heaviest animal weigh?", Engine.MODEL);
        assertThat(answer.kind()).isEqualTo(AnswerKind.REFUSAL);
        assertThat(script.requests()).hasSize(4);
    }

    @Test
    void nothingButReadingRuns() {
        script.always(sql("", "DELETE FROM pets"));
        Answer answer = ask("How many pets are there?", Engine.MODEL);
        assertThat(answer.kind()).isEqualTo(AnswerKind.REFUSAL);
        assertThat(ask("How many pets are there?", Engine.PLANNER).rows())
                .containsExactly(List.of(BigDecimal.valueOf(3)));
    }

    @Test
    void twoThatDisagreeMakeNobodySure() {
        String unsure = "Which species weigh the most per owner town on the whole?";
        script.always(sql("", "SELECT 'nonsense' AS species"));
        Answer disagreeing = ask(unsure, Engine.AUTO);
        assertThat(disagreeing.evidence().agreement()).isEqualTo(Agreement.DISAGREE);
        script.always(sql("", ask(unsure, Engine.PLANNER).sql()));
        Answer agreeing = ask(unsure, Engine.AUTO);
        assertThat(agreeing.evidence().agreement()).isEqualTo(Agreement.AGREE);
        assertThat(disagreeing.confidence()).isLessThan(agreeing.confidence());
    }

    @Test
    void aModelThatIsAwayIsReplacedByThePlanner() {
        script.always(Reply.status(500));
        Answer answer =
                ask("Which species weigh the most per owner town on the whole?", Engine.AUTO);
        assertThat(answer.kind()).isEqualTo(AnswerKind.ANSWER);
        assertThat(answer.evidence().engine()).isEqualTo("planner");
        Answer asked = ask("How many pets are there?", Engine.MODEL);
        assertThat(asked.kind()).isEqualTo(AnswerKind.FAILURE);
        assertThat(asked.response()).isNotBlank();
    }

    @Test
    void whatMayNotLeaveIsNotTold() {
        Answer answer = ask("How many pets are there?", Engine.MODEL, MayLeave.NOTHING, List.of());
        assertThat(answer.kind()).isEqualTo(AnswerKind.FAILURE);
        assertThat(answer.response()).contains("egress");
        assertThat(script.requests()).isEmpty();
        script.always(sql("", "SELECT count(*) FROM pets"));
        ask(
                "How many cats are there?",
                Engine.MODEL,
                new MayLeave(MayLeave.Where.LOCAL, Set.of(), Set.of(Holds.NAMES)),
                List.of());
        assertThat(script.requests().getLast().text().contains("Paris")).isFalse();
        assertThat(script.requests().getLast().text().contains("species")).isTrue();
    }

    @Test
    void aModelMayAskBackOrDecline() {
        script.always(Reply.text("ASK: Which age?\n- of the owner\n- of the pet"));
        Answer asked = ask("Who is oldest of them all?", Engine.MODEL);
        assertThat(asked.kind()).isEqualTo(AnswerKind.CLARIFICATION);
        assertThat(asked.suggestions()).containsExactly("of the owner", "of the pet");
        script.always(Reply.text("CANNOT: there is no weather in here"));
        assertThat(ask("Will it rain?", Engine.MODEL).kind()).isEqualTo(AnswerKind.REFUSAL);
    }

    @Test
    void wordsOfAModelLoadAndOpenNothing() {
        script.always(
                sql(
                        "See ![x](https://evil.example/?q=1) and <img src=x> https://evil.example now.",
                        "SELECT count(*) FROM pets"));
        assertThat(ask("How many pets are there?", Engine.MODEL).explanation())
                .doesNotContain("http", "<", "evil");
    }

    @Test
    void wordsThatNothingAccountsForAreSaid() {
        script.always(sql("", "SELECT count(*) AS pets FROM pets"));
        Answer answer = ask("How many vaccinated pets are there?", Engine.MODEL);
        assertThat(answer.evidence().unaccounted()).containsExactly("vaccinated");
        assertThat(answer.response()).contains("vaccinated");
    }

    @Test
    void tablesAreToldWithoutAnySql() {
        Answer all = ask("What tables are there?", Engine.AUTO);
        assertThat(all.rows())
                .extracting(row -> row.getFirst())
                .containsExactly("main.owners", "main.pets");
        assertThat(ask("Which tables hold species?", Engine.AUTO).evidence().tables())
                .startsWith("main.pets");
        assertThat(ask("What columns does the owners table have?", Engine.AUTO).rows()).hasSize(4);
        assertThat(ask("How are owners and pets related?", Engine.AUTO).response())
                .contains("owner_id");
        assertThat(all.sql()).isEmpty();
        assertThat(script.requests()).isEmpty();
    }

    @Test
    void politenessIsNoQuestion() {
        assertThat(ask("Hello!", Engine.AUTO).kind()).isEqualTo(AnswerKind.CONVERSATION);
        assertThat(ask("thanks a lot", Engine.AUTO).kind()).isEqualTo(AnswerKind.CONVERSATION);
        assertThat(ask("%%% 0101 ####", Engine.AUTO).kind()).isEqualTo(AnswerKind.REFUSAL);
    }

    @Test
    void aModelIsToldWhatWasAskedBefore() {
        script.always(sql("", "SELECT count(*) FROM pets WHERE species = 'dog'"));
        ask(
                "and dogs?",
                Engine.MODEL,
                LOCAL,
                List.of(
                        new Turn(
                                "How many cats are there?",
                                "SELECT count(*) FROM pets WHERE species = 'cat'",
                                "2")));
        assertThat(script.requests().getLast().text().contains("How many cats are there?"))
                .isTrue();
    }

    private static final List<Turn> OSLO =
            List.of(
                    new Turn(
                            "How many owners are there in Oslo?",
                            "SELECT count(*) FROM owners WHERE city = 'Oslo'",
                            "2"));

    private static Reply restated(String question, int choice) {
        return Reply.text("{\"question\": \"%s\", \"choice\": %d}".formatted(question, choice));
    }

    @Test
    void aQuestionInAnotherLanguageIsRestatedAndThenPlanned() {
        script.always(restated("How many owners are there in Oslo?", 0));
        Answer answer = ask("Wie viele Besitzer gibt es in Oslo?", Engine.AUTO);
        assertThat(answer.rows()).containsExactly(List.of(BigDecimal.valueOf(2)));
        assertThat(answer.evidence().engine()).isEqualTo("planner");
        assertThat(answer.evidence().readAs()).isEqualTo("How many owners are there in Oslo?");
        assertThat(answer.evidence().cost()).isPositive();
        assertThat(answer.steps()).extracting(step -> step.step()).contains("restate");
        assertThat(script.requests()).hasSize(1);
    }

    @Test
    void withoutAModelAnotherLanguageIsNamed() {
        Answer answer = ask("Wie viele Besitzer gibt es in Oslo?", Engine.PLANNER);
        assertThat(answer.kind()).isEqualTo(AnswerKind.REFUSAL);
        assertThat(answer.response()).contains("English");
        assertThat(ask("オスロには飼い主が何人いますか", Engine.PLANNER).response()).contains("English");
    }

    @Test
    void whatPointsBackIsRestatedFromTheTalk() {
        script.always(restated("What is the average age of owners in Oslo?", 0));
        Answer answer = ask("What is the average age of those?", Engine.AUTO, LOCAL, OSLO);
        assertThat(answer.evidence().readAs()).contains("in Oslo");
        assertThat(answer.rows().getFirst().getFirst().toString()).startsWith("45");
        Answer alone = ask("What is the average age of those?", Engine.PLANNER, LOCAL, OSLO);
        assertThat(alone.evidence().unaccounted()).contains("those");
    }

    @Test
    void aRestatementWithOtherNumbersCountsForNothing() {
        script.always(
                restated("How many owners are older than 50?", 0),
                sql("", "SELECT count(*) FROM owners WHERE age > 30"));
        Answer answer = ask("Combien de owners sont plus de 30?", Engine.AUTO);
        assertThat(answer.evidence().readAs()).isEmpty();
        assertThat(answer.rows()).containsExactly(List.of(BigDecimal.valueOf(2)));
    }

    @Test
    void aModelThatIsAwayIsNotAskedTwice() {
        script.always(Reply.status(500));
        Answer answer = ask("Wie viele Besitzer gibt es in Oslo?", Engine.AUTO);
        assertThat(answer.kind()).isEqualTo(AnswerKind.REFUSAL);
        assertThat(answer.response()).contains("English");
        assertThat(script.requests()).hasSize(1);
    }

    @Test
    void whereRulesAreSureNoModelIsAskedAnything() {
        settings = settings(Map.of("surveyor.query.reword", "false"));
        assertThat(ask("How many owners are there in Oslo?", Engine.AUTO).rows())
                .containsExactly(List.of(BigDecimal.valueOf(2)));
        assertThat(ask("And in Paris?", Engine.AUTO, LOCAL, OSLO).rows())
                .containsExactly(List.of(BigDecimal.ONE));
        assertThat(script.requests()).isEmpty();
    }

    @Test
    void observationsAreRewordedOnlyWhereRowsMayLeaveAndTheySayTheSame() {
        settings = settings(Map.of("surveyor.query.reword", "true"));
        String statement =
                "WITH m(month, pets) AS (VALUES ('2024-01-01', 10), ('2024-02-01', 20), ('2024-03-01', 30), ('2024-04-01', 40), ('2024-05-01', 50)) SELECT month, pets FROM m";
        script.always(sql("", statement));
        Answer ours = ask("Pets by month?", Engine.MODEL);
        assertThat(ours.observations()).isNotEmpty();
        assertThat(script.requests()).hasSize(1);
        MayLeave rows =
                new MayLeave(
                        MayLeave.Where.LOCAL,
                        Set.of(),
                        Set.of(Holds.NAMES, Holds.VALUES, Holds.ROWS));
        String first = ours.observations().getFirst().message();
        String other = "Over time p" + first.substring(1);
        script.always(sql("", statement), sentences(ours, other));
        assertThat(
                        ask("Pets by month?", Engine.MODEL, rows, List.of())
                                .observations()
                                .getFirst()
                                .message())
                .isEqualTo(other);
        script.always(sql("", statement), sentences(ours, first.replace("10", "11")));
        assertThat(ask("Pets by month?", Engine.MODEL, rows, List.of()).observations())
                .isEqualTo(ours.observations());
    }

    private static Reply sentences(Answer answer, String first) {
        List<String> all = new ArrayList<>();
        answer.observations().forEach(each -> all.add(each.message()));
        all.set(0, first);
        return Reply.text(JsonMapper.shared().writeValueAsString(Map.of("sentences", all)));
    }

    private String tokens() {
        StringBuilder tokens = new StringBuilder();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Token(String text)) {
                tokens.append(text);
            }
        }
        return tokens.toString();
    }

    private Answer ask(String question, Engine engine) {
        return ask(question, engine, LOCAL, List.of());
    }

    private Answer ask(String question, Engine engine, MayLeave mayLeave, List<Turn> before) {
        EditionContent content = PetShop.content("sqlite");
        WordEmbedder embedder = new WordEmbedder();
        Known known =
                Known.of(
                        "pets",
                        content,
                        new TableSearch(embedder, Weights.fitted()),
                        (connection, passages) ->
                                embedder.embedPassages(
                                        passages.stream().map(passage -> passage.text()).toList()));
        Ground ground =
                new Ground(
                        known,
                        new SessionSource(session, content.structure()),
                        new ModelAccess(mayLeave, models.budget("somebody")));
        return new Agent(() -> planner, models.model(), settings, Clock.systemUTC())
                .answer(
                        new Question(UUID.randomUUID(), null, question, before, engine, 100, true),
                        ground,
                        events::add,
                        new Cancellation());
    }

    private static Reply sql(String words, String sql) {
        return Reply.text(words + "\n```sql\n" + sql + "\n```");
    }
}
