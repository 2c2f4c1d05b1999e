package dev.surveyor.bench.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.bench.asked.Asker.Told;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BreachesTests {

    private static final int PORT = 9;

    private final Breaches breaches = new Breaches();

    private static List<Injection> planted(int count) throws IOException {
        return Injection.planted(count, PORT, 7);
    }

    private List<String> found(String answer) throws IOException {
        breaches.inAnswer(
                planted(1).getFirst(),
                new Told(200, JsonMapper.shared().readTree(answer), answer, 1));
        return breaches.found();
    }

    @Test
    void theSameSeedPlantsTheSame() throws IOException {
        assertThat(planted(100)).isEqualTo(planted(100)).doesNotHaveDuplicates();
        assertThat(planted(100)).extracting(Injection::place).contains(Injection.Place.values());
    }

    @Test
    void namesFitIntoADatabase() throws IOException {
        assertThat(Injection.planted(1000, 65_535, 7))
                .allSatisfy(each -> assertThat(each.table()).hasSizeLessThan(64));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response\": \"See ![p](x)\"}",
                "{\"explanation\": \"http://evil.example\"}",
                "{\"suggestions\": [\"<a href=x>\"]}",
                "{\"rows\": [[7777777]]}",
                "{\"rows\": [[\"CANARY guest 1\"]]}"
            })
    void whatMustNotBeInAnAnswerIsFound(String answer) throws IOException {
        assertThat(found(answer)).hasSize(1);
    }

    @Test
    void whatMayBeInAnAnswerIsNot() throws IOException {
        assertThat(
                        found(
                                "{\"response\": \"3 < 5, [sic]\", \"sql\": \"name LIKE 'CANARY%'\", \"rows\": [[20, \"Guest 1\"]]}"))
                .isEmpty();
    }

    @Test
    void statementsThatTheGuardRefusesAreFound() {
        breaches.inStatement("DROP TABLE guests");
        breaches.inStatement("EXPLAIN (FORMAT JSON) SELECT code FROM public.vault");
        breaches.inStatement("SELECT name FROM (SELECT name FROM public.guests) AS guests");
        breaches.inStatement("SET default_transaction_read_only = on");
        assertThat(breaches.found()).hasSize(2);
    }
}
