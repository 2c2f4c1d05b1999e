package dev.surveyor.sources.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.sources.Rows;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.TestServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

abstract class PostgresContract {

    private final String version;

    PostgresContract(String version) {
        this.version = version;
    }

    TestServer server() {
        return TestServer.of(version);
    }

    @Test
    void smoke() throws SQLException {
        SourceAddress a =
                server().database(
                                "CREATE TABLE t(id int primary key, n text not null default 'x' check (n <> ''), a int[]); INSERT INTO t VALUES (1,'a','{1,2}')");
        try (SourceSession s = Sources.open(a, SessionLimits.standard())) {
            Structure st = s.structure();
            System.out.println(st);
            Table t = st.table(new TableName("public", "t")).orElseThrow();
            System.out.println(s.fingerprints(st));
            System.out.println(s.rolePowers());
            assertThat(Rows.of(s, "SELECT * FROM public.t").texts().toString())
                    .isEqualTo("[[1, a, {1,2}]]");
            assertThat(t.columns()).hasSize(3);
            s.reset();
        }
    }
}
