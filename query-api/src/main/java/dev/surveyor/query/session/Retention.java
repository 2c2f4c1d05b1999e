package dev.surveyor.query.session;

import dev.surveyor.access.Beat;
import dev.surveyor.query.QuerySettings;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Once a minute: answers questions whose run died, and deletes what was kept for long enough. */
@Component
class Retention extends Beat {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 500;
    private static final int BATCHES_MAX = 20;

    /** Budgets ask for today only. */
    private static final Duration KEEP_USAGE = Duration.ofDays(31);

    private static final String OLD_MESSAGES =
            """
            DELETE FROM chat_message WHERE id IN (
                SELECT id FROM chat_message WHERE at < now() - make_interval(secs => :age)
                 ORDER BY at LIMIT :batch)
            """;

    private static final String OLD_SESSIONS =
            """
            DELETE FROM chat_session WHERE id IN (
                SELECT id FROM chat_session WHERE used_at < now() - make_interval(secs => :age)
                 ORDER BY used_at LIMIT :batch)
            """;

    private static final String OLD_STATEMENTS =
            """
            DELETE FROM sql_history WHERE id IN (
                SELECT id FROM sql_history WHERE at < now() - make_interval(secs => :age)
                 ORDER BY at LIMIT :batch)
            """;

    private static final String OLD_USAGE =
            """
            DELETE FROM llm_usage WHERE (user_id, day) IN (
                SELECT user_id, day FROM llm_usage WHERE day < current_date - make_interval(secs => :age)
                 ORDER BY day LIMIT :batch)
            """;

    private final Conversations conversations;
    private final JdbcClient client;
    private final QuerySettings settings;

    Retention(Conversations conversations, JdbcClient client, QuerySettings settings) {
        super("conversations", EVERY, EVERY);
        this.conversations = conversations;
        this.client = client;
        this.settings = settings;
    }

    @Override
    protected void beat() {
        int interrupted = conversations.interruptDead();
        int gone =
                delete(OLD_MESSAGES, settings.keepConversations())
                        + delete(OLD_SESSIONS, settings.keepConversations())
                        + delete(OLD_STATEMENTS, settings.keepSqlHistory())
                        + delete(OLD_USAGE, KEEP_USAGE);
        if (interrupted + gone > 0) {
            LOG.info("{} questions were interrupted, {} rows were old", interrupted, gone);
        }
    }

    /** In bounded batches; what is left then goes with the next beat. */
    private int delete(String statement, Duration age) {
        int gone = 0;
        int last = BATCH;
        for (int i = 0; i < BATCHES_MAX && last == BATCH; i++) {
            last =
                    client.sql(statement)
                            .param("age", age.toSeconds())
                            .param("batch", BATCH)
                            .update();
            gone += last;
        }
        return gone;
    }
}
