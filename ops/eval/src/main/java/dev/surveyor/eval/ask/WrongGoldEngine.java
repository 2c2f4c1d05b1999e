package dev.surveyor.eval.ask;

import dev.surveyor.eval.Outcome;
import dev.surveyor.eval.questions.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers every question with the gold of the next one about the same database that has another
 * gold: what this engine gets right is chance, or a scorer that lets things pass.
 */
final class WrongGoldEngine implements ReferenceEngine {

    private final GoldEngine golds;
    private final Map<String, Question> answeredBy = new HashMap<>();

    WrongGoldEngine(GoldEngine golds, List<Question> questions) {
        this.golds = golds;
        Map<String, List<Question>> byDatabase = new LinkedHashMap<>();
        for (Question question : questions) {
            byDatabase
                    .computeIfAbsent(question.database(), none -> new ArrayList<>())
                    .add(question);
        }
        byDatabase.values().forEach(this::pair);
    }

    private void pair(List<Question> questions) {
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            for (int step = 1; step < questions.size(); step++) {
                Question other = questions.get((i + step) % questions.size());
                if (other.gold().executable() && !sameGold(question, other)) {
                    answeredBy.put(question.id(), other);
                    break;
                }
            }
        }
    }

    private static boolean sameGold(Question a, Question b) {
        return Objects.equals(spelling(a.gold().sql()), spelling(b.gold().sql()))
                && Objects.equals(a.expectation(), b.expectation());
    }

    private static @Nullable String spelling(@Nullable String sql) {
        return sql == null ? null : sql.toLowerCase(Locale.ROOT).replaceAll("[\\s;]+", " ").strip();
    }

    @Override
    public Outcome answer(Question question) {
        Question other = answeredBy.get(question.id());
        return other == null
                ? new Outcome.Declined("No other question of this database has another gold.")
                : golds.answer(other);
    }
}
