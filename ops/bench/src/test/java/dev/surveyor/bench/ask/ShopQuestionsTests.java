package dev.surveyor.bench.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.scripted.Told;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShopQuestionsTests {

    @Test
    void theLastQuestionOfAPromptIsAnswered() throws IOException {
        ShopQuestions shop = ShopQuestions.read();
        String first = shop.all().getFirst();
        String prompt = "Asked before: %s\nThe question:\n%s".formatted(shop.all().get(1), first);
        Map<String, Object> turn = Map.of("role", "user", "content", prompt);
        String body =
                JsonMapper.shared().writeValueAsString(Map.of("messages", java.util.List.of(turn)));
        Told told = new Told("POST", "/", Map.of(), body, JsonMapper.shared().readTree(body));
        assertThat(shop.answer(told)).contains("```sql\nSELECT count(*) FROM sales.orders\n```");
    }
}
