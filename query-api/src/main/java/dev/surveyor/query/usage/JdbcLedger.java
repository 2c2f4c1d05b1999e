package dev.surveyor.query.usage;

import dev.surveyor.llm.UsageLedger;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps them in the catalog: a day's budget holds however many processes spend it. */
@Component
class JdbcLedger implements UsageLedger {

    private final JdbcClient client;

    JdbcLedger(JdbcClient client) {
        this.client = client;
    }

    @Override
    public long spend(String user, LocalDate day, long tokens) {
        // A crash of the store may lose the last moments of it: no question waits for the disk.
        return client.sql(
                        """
                        INSERT INTO llm_usage AS u (user_id, day, tokens)
                        SELECT :user, :day, :tokens FROM set_config('synchronous_commit', 'off', true)
                        ON CONFLICT (user_id, day) DO UPDATE SET tokens = u.tokens + EXCLUDED.tokens
                        RETURNING tokens
                        """)
                .param("user", user)
                .param("day", day)
                .param("tokens", tokens)
                .query(Long.class)
                .single();
    }
}
