package dev.surveyor.catalog.store;

import dev.surveyor.catalog.Installation;
import dev.surveyor.catalog.Installations;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads with the rights of the query side. */
public final class JdbcInstallations implements Installations {

    private final JdbcClient client;

    public JdbcInstallations(DataSource source) {
        this.client = JdbcClient.create(source);
    }

    @Override
    public Installation current() {
        return client.sql("SELECT id, created_at FROM installation")
                .query((row, number) ->
                        new Installation(
                                row.getObject("id", UUID.class),
                                row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .single();
    }
}
