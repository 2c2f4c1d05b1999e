package dev.surveyor.query.plan.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void quotedPhrasesAreKnownAsSuch() {
        Sentence sentence = Sentence.of("Which club is \"Bootup Baltimore\" in?");
        assertThat(sentence.tokens().stream().filter(Token::quoted).map(Token::text))
                .containsExactly("Bootup", "Baltimore");
        assertThat(sentence.phrase(3, 5)).isEqualTo("Bootup Baltimore");
    }

    @Test
    void apostrophesOfPossessionAreNoQuotes() {
        Sentence sentence = Sentence.of("What are the students' names and the head's age?");
        assertThat(sentence.tokens()).noneMatch(Token::quoted);
        assertThat(sentence.lower(3)).isEqualTo("students");
        assertThat(sentence.lower(7)).isEqualTo("head");
    }

    @Test
    void numbersAreReadInDigitsAndInWords() {
        Sentence sentence = Sentence.of("more than 1,000 people and three dogs at $5.50");
        assertThat(sentence.tokens().stream().map(Token::number).filter(n -> n != null))
                .containsExactly(1000.0, 3.0, 5.5);
    }

    @Test
    void codesStayWhole() {
        assertThat(Sentence.of("the class ACCT-211 on 2007-12-25").tokens())
                .extracting(Token::text)
                .contains("ACCT-211", "2007-12-25");
    }

    @Test
    void namesAreSplitAndWrittenOut() {
        assertThat(NameWords.of("dateOfBirth", Set.of())).containsExactly("date", "birth");
        assertThat(NameWords.of("emp_dob", Set.of())).containsExactly("employee", "date", "birth");
        assertThat(NameWords.of("stuid", Set.of())).containsExactly("stu", "id");
        assertThat(NameWords.of("LName", Set.of())).containsExactly("l", "name");
    }

    @Test
    void formsOfAWordHaveOneStem() {
        assertThat(Stems.of("people")).isEqualTo(Stems.of("person"));
        assertThat(Stems.of("cities")).isEqualTo(Stems.of("city"));
        assertThat(Stems.of("taught")).isEqualTo(Stems.of("teach"));
    }
}
