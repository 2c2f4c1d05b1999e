package dev.surveyor.pipeline.lease;

import dev.surveyor.pipeline.PipelineSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One lease for each connection, kept in the store. Whoever wants to write shows it in the same
 * transaction, and a transaction that sleeps is ended by the server: nobody can be overtaken while
 * he holds the row, nor write after he was.
 */
@Component
public class Leases {

    private final JdbcClient client;
    private final TransactionOperations transactions;
    private final Duration length;
    private final Holder holder;

    Leases(
            JdbcClient client,
            TransactionOperations transactions,
            PipelineSettings settings,
            Holder holder) {
        this.client = client;
        this.transactions = transactions;
        this.length = settings.lease();
        this.holder = holder;
    }

    /** How long one lasts that is not renewed. */
    public Duration length() {
        return length;
    }

    /** Takes the lease if nobody has it. */
    public Optional<Lease> take(UUID connection, UUID survey) {
        return take(connection, survey, false);
    }

    /**
     * Takes it if nobody has it, or if an earlier process of this folder had it for this survey.
     */
    public Optional<Lease> takeOver(UUID connection, UUID survey) {
        return take(connection, survey, true);
    }

    private Optional<Lease> take(UUID connection, UUID survey, boolean ownToo) {
        return client.sql(
                        """
                        INSERT INTO survey_lease AS held (connection_id, survey_id, holder, token, expires_at)
                        VALUES (:connection, :survey, :holder, 1, clock_timestamp() + :length * interval '1 ms')
                        ON CONFLICT (connection_id) DO UPDATE
                           SET survey_id = excluded.survey_id, holder = excluded.holder,
                               token = held.token + 1, expires_at = excluded.expires_at
                         WHERE held.expires_at <= clock_timestamp()
                            OR (:ownToo AND held.holder = excluded.holder
                                AND held.survey_id = excluded.survey_id)
                        RETURNING token
                        """)
                .param("connection", connection)
                .param("survey", survey)
                .param("holder", holder.id())
                .param("length", length.toMillis())
                .param("ownToo", ownToo)
                .query(Long.class)
                .optional()
                .map(token -> new Lease(connection, survey, token));
    }

    /** The survey that the connection's lease is held for. */
    public Optional<UUID> heldFor(UUID connection) {
        return client.sql(
                        """
                        SELECT survey_id FROM survey_lease
                         WHERE connection_id = :connection AND expires_at > clock_timestamp()
                        """)
                .param("connection", connection)
                .query(UUID.class)
                .optional();
    }

    /** Whether it was still ours and lasts on. */
    public boolean renew(Lease lease) {
        return client.sql(
                                """
                                UPDATE survey_lease SET expires_at = clock_timestamp() + :length * interval '1 ms'
                                 WHERE connection_id = :connection AND token = :token
                                   AND expires_at > clock_timestamp()
                                """)
                        .param("length", length.toMillis())
                        .param("connection", lease.connection())
                        .param("token", lease.token())
                        .update()
                > 0;
    }

    public void release(Lease lease) {
        client.sql(
                        """
                        UPDATE survey_lease SET expires_at = clock_timestamp()
                         WHERE connection_id = :connection AND token = :token
                        """)
                .param("connection", lease.connection())
                .param("token", lease.token())
                .update();
    }

    /**
     * Does work in a transaction that only who holds the lease can commit.
     *
     * @throws LeaseLostException when somebody else may hold it by now
     */
    public <T> T writing(Lease lease, Supplier<T> work) {
        return transactions.execute(status -> {
            require(lease);
            return work.get();
        });
    }

    /**
     * The same for the last work, which gives the lease back: it waits until nobody else writes.
     * Who shared the lease and then wanted to change it would wait for those who wait for him.
     *
     * @throws LeaseLostException when somebody else may hold it by now
     */
    public void ending(Lease lease, Runnable work) {
        transactions.executeWithoutResult(status -> {
            require(lease, "FOR NO KEY UPDATE");
            work.run();
            release(lease);
        });
    }

    /**
     * Asks whether it is ours still, as somebody who writes where no transaction of the store
     * reaches.
     *
     * @throws LeaseLostException when somebody else may hold it by now
     */
    public void ask(Lease lease) {
        boolean held =
                client.sql(
                                """
                                SELECT EXISTS (SELECT FROM survey_lease
                                                WHERE connection_id = :connection AND token = :token
                                                  AND expires_at > clock_timestamp())
                                """)
                        .param("connection", lease.connection())
                        .param("token", lease.token())
                        .query(Boolean.class)
                        .single();
        if (!held) {
            throw new LeaseLostException();
        }
    }

    /**
     * Nobody else gets the lease before this transaction ends, and the server ends it when it
     * sleeps.
     */
    void require(Lease lease) {
        require(lease, "FOR SHARE");
    }

    private void require(Lease lease, String lock) {
        boolean held =
                client.sql(
                                """
                                SELECT set_config('idle_in_transaction_session_timeout', :millis, true)
                                  FROM survey_lease
                                 WHERE connection_id = :connection AND token = :token
                                   AND expires_at > clock_timestamp()
                                """
                                        + lock)
                        .param("millis", Long.toString(length.toMillis()))
                        .param("connection", lease.connection())
                        .param("token", lease.token())
                        .query(String.class)
                        .optional()
                        .isPresent();
        if (!held) {
            throw new LeaseLostException();
        }
    }
}
