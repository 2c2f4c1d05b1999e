package dev.surveyor.eval.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.eval.Evaluation;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Our own corpus, all of it, on the embedded PostgreSQL and on SQLite. */
class GuardMeasurementIT {

    @Test
    void ownCorpusIsJudgedRight() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Evaluation.run(new PrintWriter(out), new PrintWriter(err), "guard");
        assertThat(status).as(out + err.toString()).isZero();
        assertThat(out.toString().replaceAll("bounded=\\d+ ", ""))
                .contains(
                        "rejected=105 reject_total=105",
                        "accepted=85 accept_total=85",
                        "policy_equal=75 policy_total=75",
                        "sqlite_right=145 sqlite_total=145");
    }
}
