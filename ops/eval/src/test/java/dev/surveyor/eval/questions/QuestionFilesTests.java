package dev.surveyor.eval.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Schema;
import dev.surveyor.eval.SpiderFolder;
import dev.surveyor.eval.equality.Rows;
import dev.surveyor.eval.questions.Question.Expectation;
import dev.surveyor.eval.sqlshape.Hardness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionFilesTests {

    @TempDir Path folder;

    private List<Question> read(QuestionForm form, String... lines) throws IOException {
        Path file = folder.resolve("questions.jsonl");
        Files.writeString(file, String.join("\n", lines));
        List<Question> questions = new ArrayList<>();
        JsonFiles.readLines(file, fields -> questions.add(form.read(fields)));
        return questions;
    }

    private static QuestionForm spider() {
        return new SpiderQuestions(Set.of("pets"), "question");
    }

    private static QuestionForm plain() {
        return new PlainQuestions("question");
    }

    @Test
    void spidersFieldsAreRead() throws IOException {
        Question question =
                read(
                                spider(),
                                """
                                {"id": "q1", "db_id": "pets", "question": "How many?", \
                                "query": "SELECT count(*) FROM pet", "gold_tables": ["pet"], \
                                "exec": "ok", "ordered": false, "gold_rows": 1, "gold": [[3]], \
                                "pg": "same", "query_pg": "SELECT count(*) FROM \\"pet\\"", \
                                "hardness": "hard"}\
                                """)
                        .getFirst();
        assertThat(question)
                .isEqualTo(
                        new Question(
                                "q1",
                                "pets",
                                "How many?",
                                Expectation.ANSWER,
                                new Question.Gold(
                                        "SELECT count(*) FROM pet",
                                        "SELECT count(*) FROM \"pet\"",
                                        Rows.of(List.of(List.of(3))),
                                        false,
                                        true,
                                        true),
                                Hardness.HARD,
                                List.of("pet")));
    }

    @Test
    void aGoldThatDidNotRunForItsMakersIsNotRunEither() throws IOException {
        String line =
                "{\"id\": \"%s\", \"db_id\": \"pets\", \"question\": \"?\", \"query\": \"x\","
                        + " \"exec\": \"%s\"}";
        List<Question> questions =
                read(
                        spider(),
                        line.formatted("a", "ok"),
                        line.formatted("b", "empty"),
                        line.formatted("c", "no_data"),
                        line.formatted("d", "error"));
        assertThat(questions)
                .extracting(question -> question.gold().executable())
                .containsExactly(true, true, false, false);
    }

    @Test
    void anotherFieldMayHoldTheWording() throws IOException {
        QuestionForm form = new SpiderQuestions(Set.of("pets"), "reworded");
        Question question =
                read(
                                form,
                                "{\"id\": \"q\", \"db_id\": \"pets\", \"question\": \"a\","
                                        + " \"reworded\": \"b\", \"query\": \"SELECT 1\"}")
                        .getFirst();
        assertThat(question.wording()).isEqualTo("b");
    }

    @Test
    void ourOwnFormIsRead() throws IOException {
        List<Question> questions =
                read(
                        plain(),
                        "{\"id\": \"a\", \"connection\": \"shop\", \"question\": \"Which?\","
                                + " \"rows\": [[\"x\", null, 1.5, true]], \"ordered\": true}",
                        "",
                        "{\"id\": \"b\", \"connection\": \"shop\", \"question\": \"Who?\","
                                + " \"expect\": \"decline\"}");
        assertThat(questions.getFirst().gold().rows())
                .isEqualTo(Rows.of(List.of(Arrays.asList("x", null, 1.5, true))));
        assertThat(questions.getFirst().gold().ordered()).isTrue();
        assertThat(questions.get(1).expectation()).isEqualTo(Expectation.DECLINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "db_id    | is not in tables | {'id':'q','db_id':'cars','question':'?','query':'x'}",
                "id       | is missing       | {'db_id':'pets','question':'?','query':'x'}",
                "id       | but is a number  | {'id':7,'db_id':'pets','question':'?','query':'x'}",
                "question | is missing       | {'id':'q','db_id':'pets','query':'x'}",
                "query    | is missing       | {'id':'q','db_id':'pets','question':'?'}",
                "ordered  | true or false    | {'id':'q','db_id':'pets','question':'?','query':'x','ordered':1}",
                "hardness | but is tough     | {'id':'q','db_id':'pets','question':'?','query':'x','hardness':'tough'}",
                "gold     | must be an array | {'id':'q','db_id':'pets','question':'?','query':'x','gold':5}",
                "gold     | one per row      | {'id':'q','db_id':'pets','question':'?','query':'x','gold':[5]}",
                "gold     | row 2 has 1 cell | {'id':'q','db_id':'pets','question':'?','query':'x','gold':[[1,2],[3]]}",
                "gold     | single values    | {'id':'q','db_id':'pets','question':'?','query':'x','gold':[[{}]]}",
                "gold_tables | texts only    | {'id':'q','db_id':'pets','question':'?','query':'x','gold_tables':[1]}"
            })
    void aBadLineIsNamedWithItsField(String field, String problem, String line) {
        String good = "{\"id\":\"g\",\"db_id\":\"pets\",\"question\":\"?\",\"query\":\"x\"}";
        assertThatThrownBy(() -> read(spider(), good, line.replace('\'', '"')))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("questions.jsonl, line 2, field \"" + field + "\": ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "connection | is missing | {'id':'q','question':'?','sql':'x'}",
                "sql        | is missing | {'id':'q','connection':'shop','question':'?'}",
                "expect     | but is hope | {'id':'q','connection':'shop','question':'?','sql':'x','expect':'hope'}"
            })
    void aBadLineOfOurOwnFormIsNamedWithItsField(String field, String problem, String line) {
        assertThatThrownBy(() -> read(plain(), line.replace('\'', '"')))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("questions.jsonl, line 1, field \"" + field + "\": ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"{'id': | is not JSON", "{} {} | is not JSON", "[1] | must be a JSON object"})
    void aLineThatIsNoObjectIsNamed(String line, String problem) {
        assertThatThrownBy(() -> read(spider(), "", line.replace('\'', '"')))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("questions.jsonl, line 2: ")
                .hasMessageContaining(problem);
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() throws IOException {
        Path file = folder.resolve("latin.jsonl");
        Files.write(file, "{\"id\": \"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> JsonFiles.readLines(file, fields -> {}))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("latin.jsonl is not UTF-8");
    }

    @Test
    void tablesAreReadWithTheirKeys() throws Exception {
        SpiderFolder spider = SpiderFolder.in(folder);
        Schema schema =
                SpiderTables.read(spider.path().resolve("tables.json"))
                        .getOrDefault("pets_2", Schema.UNKNOWN);
        assertThat(schema.tables()).extracting(Schema.Table::name).containsExactly("Owner", "Pet");
        assertThat(schema.tables().get(1).columns())
                .contains(
                        new Schema.Column("Id", "id", "number", true),
                        new Schema.Column("Owner_Id", "owner id", "number", false));
        assertThat(schema.references())
                .containsExactly(new Schema.Reference("Pet", "Owner_Id", "Owner", "Id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "column_types          | ['text','number'] | 2 entries where 3 belong",
                "table_names           | []                | 0 entries where 1 belong",
                "column_names_original | [[5,'a']]         | names table 5 of 1",
                "column_names_original | ['a']             | must hold pairs",
                "primary_keys          | [7]               | 7 is not the index",
                "primary_keys          | [0]               | 0 is not the index",
                "foreign_keys          | [[1]]             | must hold pairs",
                "db_id                 | 5                 | must be a text"
            })
    void aBadSchemaIsNamedWithLineAndField(String field, String value, String problem)
            throws IOException {
        String good =
                """
                {"db_id": "d",
                 "table_names_original": ["t"],
                 "table_names": ["t"],
                 "column_names_original": [[-1, "*"], [0, "a"], [0, "b"]],
                 "column_names": [[-1, "*"], [0, "a"], [0, "b"]],
                 "column_types": ["text", "text", "text"],
                 "primary_keys": [1],
                 "foreign_keys": [[1, 2]]}\
                """;
        String bad =
                good.replace("\"d\"", "\"e\"")
                        .replaceFirst(
                                "\"" + field + "\": .*?(,?\\n|})",
                                "\"" + field + "\": " + value.replace('\'', '"') + "$1");
        Path file = folder.resolve("tables.json");
        Files.writeString(file, "[\n" + good + ",\n" + bad + "]");
        assertThatThrownBy(() -> SpiderTables.read(file))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("tables.json, line 10, field \"" + field + "\": ")
                .hasMessageContaining(problem);
    }

    @Test
    void tablesThatBreakOffAreNamedWithTheirLine() throws IOException {
        Path file = folder.resolve("tables.json");
        Files.writeString(file, "[\n{\"db_id\": \"d\",\n \"table_names\"");
        assertThatThrownBy(() -> SpiderTables.read(file))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("tables.json, line 3: is not JSON");
    }
}
