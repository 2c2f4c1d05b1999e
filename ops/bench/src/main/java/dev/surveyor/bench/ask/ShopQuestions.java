package dev.surveyor.bench.ask;

import dev.surveyor.scripted.Told;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The evaluation's questions about the demo shop that stand alone and have an answer, and a model
 * that knows it.
 */
final class ShopQuestions {

    private static final String GOLDEN = "/dev/surveyor/eval/golden/shop.jsonl";
    private static final String ASKED = "The question:";

    private final Map<String, String> sql = new LinkedHashMap<>();

    static ShopQuestions read() throws IOException {
        ShopQuestions questions = new ShopQuestions();
        try (InputStream golden = ShopQuestions.class.getResourceAsStream(GOLDEN)) {
            if (golden == null) {
                throw new IOException("the evaluation has no questions about the shop any more");
            }
            String text = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                JsonNode pair = JsonMapper.shared().readTree(line);
                String answer = pair.path("sql").asString("");
                if (!answer.isEmpty() && pair.path("after").isMissingNode()) {
                    questions.sql.put(pair.path("question").asString(""), answer);
                }
            }
        }
        return questions;
    }

    List<String> all() {
        return new ArrayList<>(sql.keySet());
    }

    /** What a good model says to a request with one of them. */
    String answer(Told request) {
        String said = request.last();
        String asked = said.substring(Math.max(0, said.lastIndexOf(ASKED)));
        for (Map.Entry<String, String> each : sql.entrySet()) {
            if (asked.contains(each.getKey())) {
                return "I read it as it stands.\n```sql\n%s\n```".formatted(each.getValue());
            }
        }
        return "CANNOT: I know no such question.";
    }
}
