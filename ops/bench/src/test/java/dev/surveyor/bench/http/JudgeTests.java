package dev.surveyor.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.bench.http.Judge.Fault;
import dev.surveyor.bench.http.Judge.Finding;
import dev.surveyor.bench.http.RawClient.Answered;
import dev.surveyor.bench.http.RawClient.Dropped;
import dev.surveyor.bench.http.RawClient.Outcome;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JudgeTests {

    private static final String DOCUMENT =
            """
            {"paths": {"/things": {"post": {
               "requestBody": {"required": true, "content": {"application/json":
                  {"schema": {"$ref": "#/components/schemas/Thing"}}}},
               "responses": {
                  "201": {"content": {"application/json":
                     {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                  "default": {"content": {"application/problem+json": {"schema": {}}}}}}}},
             "components": {"schemas": {"Thing": {"type": "object", "required": ["name"],
               "properties": {"name": {"type": "string", "pattern": "[a-z]{1,5}"}}}}}}
            """;

    private final ApiDocument document;
    private final Draft draft;

    JudgeTests() throws IOException {
        document = ApiDocument.of(JsonMapper.shared().readTree(DOCUMENT));
        draft = new Draft(document.operations().getFirst());
        draft.aim = "name";
    }

    @Test
    void noAnswerAndAnyAnswerThatBlamesTheServerAreServerErrors() {
        assertThat(fault(new Dropped("no answer"))).contains(Fault.SERVER_ERRORS);
        assertThat(fault(problem(503, "{\"code\":\"busy\"}"))).contains(Fault.SERVER_ERRORS);
    }

    @Test
    void aRefusalNeedsACodeAndABadRequestItsField() {
        draft.forbidden = true;
        assertThat(fault(problem(404, "{}"))).contains(Fault.WITHOUT_CODE);
        assertThat(fault(problem(400, "{\"code\":\"bad\"}"))).contains(Fault.UNNAMED_FIELD);
        assertThat(fault(problem(400, "{\"code\":\"bad\",\"errors\":[{\"field\":\"other\"}]}")))
                .contains(Fault.UNNAMED_FIELD);
        assertThat(fault(problem(400, "{\"code\":\"bad\",\"errors\":[{\"field\":\"name\"}]}")))
                .isEmpty();
    }

    @Test
    void whatIsForbiddenMustNotSucceedAndWhatSucceedsMustBeDocumented() {
        assertThat(fault(json(201, "{\"name\":\"ok\"}"))).isEmpty();
        assertThat(fault(json(200, "{\"name\":\"ok\"}"))).contains(Fault.UNDOCUMENTED);
        assertThat(fault(json(201, "{\"name\":\"ok\",\"more\":1}"))).contains(Fault.UNDOCUMENTED);
        draft.forbidden = true;
        assertThat(fault(json(201, "{\"name\":\"ok\"}"))).contains(Fault.UNDOCUMENTED);
    }

    @Test
    void anAnswerInChunksIsPutTogether() {
        assertThat(
                        RawClient.answer(
                                String.join(
                                        "\r\n",
                                        "HTTP/1.1 200 ",
                                        "Transfer-Encoding: chunked",
                                        "",
                                        "3",
                                        "abc",
                                        "2",
                                        "de",
                                        "0",
                                        "",
                                        "")))
                .isEqualTo(new Answered(200, Map.of("transfer-encoding", "chunked"), "abcde"));
        assertThat(RawClient.answer("")).isInstanceOf(Dropped.class);
    }

    @Test
    void everyTwistThatFitsCanBeSent() {
        GoodCalls good = new GoodCalls(document.schemas(), "id");
        Actor nobody = new Actor("anonymous", "a", "b", "", "", "", "");
        Set<String> wires = new HashSet<>();
        for (Twist twist : Twist.all(document.schemas())) {
            Operation operation = document.operations().getFirst();
            if (twist.fits().test(operation)) {
                Draft twisted = good.draft(operation, nobody, new SplittableRandom(1));
                twist.turn().twist(twisted, new SplittableRandom(2));
                wires.add(twisted.call().wire("localhost"));
            }
        }
        assertThat(wires).hasSizeGreaterThan(30);
    }

    @Test
    void aCallToRepeatShowsNoSecret() {
        RawCall call = new RawCall("GET", "/x", List.of("Authorization: Bearer abc'"), null, false);
        assertThat(call.curl("http://localhost:1", List.of("abc")))
                .isEqualTo(
                        "curl -i --path-as-is -X GET $'http://localhost:1/x'"
                                + " -H $'Authorization: Bearer ******\\''");
    }

    private Optional<Fault> fault(Outcome outcome) {
        return new Judge(document.schemas()).judge(draft, outcome).map(Finding::fault);
    }

    private static Answered problem(int status, String body) {
        return new Answered(status, Map.of("content-type", "application/problem+json"), body);
    }

    private static Answered json(int status, String body) {
        return new Answered(status, Map.of("content-type", "application/json"), body);
    }
}
