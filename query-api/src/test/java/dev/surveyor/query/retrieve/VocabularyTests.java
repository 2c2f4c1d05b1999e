package dev.surveyor.query.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surveyor.embeddings.Vector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTests {

    private final List<String> embedded = new ArrayList<>();
    private final WordEmbedder embedder = new WordEmbedder();
    private final Vocabulary vocabulary = new Vocabulary(0.4f, this::embed);

    private List<Vector> embed(List<String> texts) {
        embedded.addAll(texts);
        return embedder.embedPassages(texts);
    }

    private static Word word(String text) {
        return Words.of(text).getFirst();
    }

    @Test
    void wordsOfOneStemAreTheSame() {
        vocabulary.learn(List.of(word("students"), word("salary")));
        Vocabulary.Matches same = vocabulary.same(word("student").stem());
        assertThat(same.size()).isEqualTo(1);
        assertThat(same.word(0)).isEqualTo(vocabulary.number(word("students")));
        assertThat(same.likeness(0)).isEqualTo(1);
    }

    @Test
    void likeWordsAreFoundAndOthersAreNot() {
        vocabulary.learn(List.of(word("student"), word("salary")));
        Vocabulary.Matches alike = vocabulary.alike(word("pupil"));
        assertThat(alike.size()).isEqualTo(1);
        assertThat(alike.word(0)).isEqualTo(vocabulary.number(word("student")));
        assertThat(alike.likeness(0)).isBetween(0.4f, 0.99f);
    }

    @Test
    void aWordIsEmbeddedOnceUntilMoreIsLearnt() {
        vocabulary.learn(List.of(word("student")));
        vocabulary.alike(word("pupil"));
        vocabulary.alike(word("pupil"));
        assertThat(embedded).containsExactly("student", "pupil");
        vocabulary.learn(List.of(word("student"), word("salary")));
        assertThat(vocabulary.alike(word("wage")).size()).isEqualTo(1);
        assertThat(vocabulary.alike(word("pupil")).size()).isEqualTo(1);
    }

    @Test
    void digitsAreAlikeToNothing() {
        vocabulary.learn(List.of(word("2019"), word("student")));
        assertThat(vocabulary.alike(word("2020")).size()).isZero();
        assertThat(embedded).containsExactly("student");
    }

    @Test
    void twoWordsMeetANameThatWritesThemAsOne() {
        vocabulary.learn(List.of(word("hometown")));
        QuestionWords question = QuestionWords.exact(Words.ofQuestion("home town"), vocabulary);
        assertThat(question.matches()).allSatisfy(each -> assertThat(each.size()).isEqualTo(1));
    }

    @Test
    void aVectorInBytesIsAsGoodAsItself() {
        Vectors vectors = new Vectors();
        for (int i = 0; i < 100; i++) {
            vectors.add(embedder.embedQuery("word" + (char) ('a' + i % 26) + " other " + i));
        }
        vectors.trim();
        Vector question = embedder.embedQuery("worda other");
        for (int i = 0; i < 100; i++) {
            Vector exact = embedder.embedQuery("word" + (char) ('a' + i % 26) + " other " + i);
            assertThat((double) vectors.cosine(i, Vectors.Probe.of(question)))
                    .isCloseTo(exact.dot(question), within(0.01));
        }
    }
}
