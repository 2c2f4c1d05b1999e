package dev.surveyor.demo;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the shop onto a PostgreSQL server, complete or not at all. */
public final class DemoShop {

    /** "Today" in the shop: nothing in it has happened later. */
    public static final LocalDate REFERENCE_DATE = LocalDate.of(2026, 6, 30);

    public static final String DATABASE = "shop";
    public static final String READER = "shop_reader";

    private static final String SEED = "42";
    private static final String UNFINISHED = "shop_loading";
    private static final int PASSWORD_BYTES = 18;

    private static final String ADMIT_READER =
            """
            DO $$
            DECLARE
                shop_schema name;
            BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_reader') THEN
                    CREATE ROLE shop_reader LOGIN;
                    ALTER ROLE shop_reader SET default_transaction_read_only = on;
                END IF;
                GRANT CONNECT ON DATABASE shop TO shop_reader;
                FOR shop_schema IN
                    SELECT nspname FROM pg_namespace
                     WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'public')
                LOOP
                    EXECUTE format('GRANT USAGE ON SCHEMA %I TO shop_reader', shop_schema);
                    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO shop_reader', shop_schema);
                END LOOP;
            END
            $$
            """;

    private final Function<String, DataSource> administrator;
    private final Consumer<String> progress;
    private final ShopScripts scripts = ShopScripts.read(SEED);

    private DemoShop(Function<String, DataSource> administrator, Consumer<String> progress) {
        this.administrator = administrator;
        this.progress = progress;
    }

    /**
     * Loads the shop unless the server has it already as these scripts make it, and gives its
     * reader a new password.
     *
     * @param administrator a superuser's connections to the database of that name
     * @param progress told in words what is being made
     * @throws org.springframework.dao.DataAccessException when the server does not take it
     */
    public static LoadedShop load(
            Function<String, DataSource> administrator, Consumer<String> progress) {
        DemoShop shop = new DemoShop(administrator, progress);
        if (!shop.isCurrent()) {
            shop.make();
        }
        return shop.describe(shop.admitReader());
    }

    private JdbcClient server() {
        return JdbcClient.create(administrator.apply("postgres"));
    }

    private boolean isCurrent() {
        return server().sql(
                        """
                        SELECT EXISTS (SELECT FROM pg_database
                         WHERE datname = :name AND shobj_description(oid, 'pg_database') = :fingerprint)
                        """)
                .param("name", DATABASE)
                .param("fingerprint", scripts.fingerprint())
                .query(Boolean.class)
                .single();
    }

    private void make() {
        JdbcClient server = server();
        server.sql("DROP DATABASE IF EXISTS " + UNFINISHED).update();
        server.sql("CREATE DATABASE " + UNFINISHED + " TEMPLATE template0").update();
        server.sql("REVOKE CONNECT ON DATABASE " + UNFINISHED + " FROM PUBLIC").update();
        fill();
        server.sql("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)").update();
        server.sql("ALTER DATABASE " + UNFINISHED + " RENAME TO " + DATABASE).update();
        server.sql("COMMENT ON DATABASE " + DATABASE + " IS '" + scripts.fingerprint() + "'")
                .update();
    }

    private void fill() {
        try (Connection connection = administrator.apply(UNFINISHED).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL synchronous_commit = off");
            statement.execute("SET LOCAL shop.seed = '" + SEED + "'");
            for (ShopScripts.Script script : scripts.scripts()) {
                progress.accept(script.progress());
                statement.execute(script.sql());
            }
            connection.commit();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("load the demo shop", null, e);
        }
    }

    /**
     * Returns the reader's new password, which is sent as a verifier: no SQL text ever holds it.
     */
    private String admitReader() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try (Connection connection = administrator.apply(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(ADMIT_READER);
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(READER, password.toCharArray(), "scram-sha-256");
        } catch (SQLException e) {
            throw new UncategorizedSQLException("admit the demo shop's reader", null, e);
        }
        return password;
    }

    private LoadedShop describe(String password) {
        JdbcClient client = JdbcClient.create(administrator.apply(DATABASE));
        List<@Nullable String> tables =
                client.sql(
                                """
                                SELECT format('%I.%I', nspname, relname)
                                  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                                 WHERE relkind IN ('r', 'p') AND NOT relispartition
                                   AND nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
                                """)
                        .query(String.class)
                        .list();
        long rows = 0;
        for (String table : tables) {
            rows += client.sql("SELECT count(*) FROM " + table).query(Long.class).single();
        }
        return new LoadedShop(DATABASE, READER, password, tables.size(), rows);
    }
}
