package dev.surveyor.eval.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.TableFinder.Found;
import dev.surveyor.eval.ask.Score;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.Question.Expectation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTests {

    private static Search search(List<String> gold, String... found) {
        Question question =
                new Question(
                        "q",
                        "pets",
                        "?",
                        Expectation.ANSWER,
                        new Question.Gold(null, null, null, null, true),
                        null,
                        gold);
        List<Found> ranking =
                Arrays.stream(found)
                        .map(name -> name.split("\\.", 2))
                        .map(parts -> new Found(parts[0], parts[1], 0))
                        .toList();
        return Search.of(question, ranking, null, 0);
    }

    private static String[] behind(int others, String... found) {
        List<String> all = new ArrayList<>(Collections.nCopies(others, "zoo.cage"));
        all.addAll(List.of(found));
        return all.toArray(String[]::new);
    }

    @Test
    void theDatabaseOfTheBestTableCounts() {
        assertThat(search(List.of("Pet"), "pets.owner", "zoo.cage").databaseFirst(1)).isTrue();
        assertThat(search(List.of("Pet"), "zoo.cage", "pets.Pet").databaseFirst(1)).isFalse();
        assertThat(search(List.of("Pet")).databaseFirst(1)).isFalse();
        assertThat(search(List.of("Pet"), "zoo.cage", "zoo.Pet", "pets.Pet").databaseFirst(2))
                .isTrue();
    }

    @Test
    void recallIsTheShareOfGoldTablesFound() {
        Search search = search(List.of("Pet", "Owner", "PET"), behind(4, "pets.pet", "pets.owner"));
        assertThat(search.recall(5)).isEqualTo(0.5);
        assertThat(search.recall(15)).isEqualTo(1);
        assertThat(search.allFirst()).isFalse();
        assertThat(search(List.of("Pet"), behind(4, "pets.pet")).allFirst()).isTrue();
    }

    @Test
    void aTableOfTheSameNameElsewhereIsNoGold() {
        assertThat(search(List.of("Pet"), "zoo.Pet").recall(15)).isZero();
    }

    @Test
    void whatComesBeyondTheTablesAskedForIsNotLookedAt() {
        assertThat(search(List.of("Pet"), behind(14, "pets.Pet")).recall(100)).isEqualTo(1);
        assertThat(search(List.of("Pet"), behind(15, "pets.Pet")).recall(100)).isZero();
    }

    @Test
    void theRecordSaysWhatWasMissed() {
        Score right = search(List.of("Pet"), "pets.Pet").score();
        assertThat(right.right()).isTrue();
        assertThat(right.reason()).isNull();
        Score wrong = search(List.of("Pet", "Owner"), "zoo.cage", "pets.Pet").score();
        assertThat(wrong.right()).isFalse();
        assertThat(wrong.reason()).isEqualTo("Missed owner; first came zoo.cage, pets.Pet.");
        assertThat(search(List.of("Pet")).score().reason()).isEqualTo("Nothing was found.");
    }
}
