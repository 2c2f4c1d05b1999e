package dev.surveyor.eval.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.Evaluation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Our own corpus, all of it, on the embedded PostgreSQL and on SQLite: what CI holds the guard to.
 */
class GuardMeasurementIT {

    private static final Pattern FIGURE = Pattern.compile("(\\w+)=(\\d+)");

    @Test
    void ownCorpusIsJudgedRight() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Evaluation.run(new PrintWriter(out), new PrintWriter(err), "guard");
        String told = out + err.toString();
        assertThat(status).as(told).isZero();
        Map<String, Integer> figures = new HashMap<>();
        FIGURE.matcher(told.substring(told.lastIndexOf("RESULT")))
                .results()
                .forEach(one -> figures.put(one.group(1), Integer.parseInt(one.group(2))));
        assertThat(figures).as(told).hasSize(10);
        assertThat(figures.get("reject_total")).isGreaterThan(600);
        assertThat(figures.get("accept_total")).isGreaterThan(300);
        assertThat(figures).as(told).containsEntry("rejected", figures.get("reject_total"));
        assertThat(figures).as(told).containsEntry("bounded", figures.get("bound_total"));
        assertThat(figures).as(told).containsEntry("accepted", figures.get("accept_total"));
        assertThat(figures).as(told).containsEntry("policy_equal", figures.get("policy_total"));
        assertThat(figures).as(told).containsEntry("sqlite_right", figures.get("sqlite_total"));
    }
}
