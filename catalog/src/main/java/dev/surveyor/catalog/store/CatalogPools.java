package dev.surveyor.catalog.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.surveyor.catalog.CatalogSettings;
import dev.surveyor.catalog.Secret;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to the catalog, each acting as one of its two roles from its first statement on. */
public final class CatalogPools {

    /** A process that sleeps, or whose machine is gone, lets go of what others wait for. */
    private static final int IDLE_SECONDS_MAX = 30;

    private static final int IMPATIENT_SECONDS = 2;

    private final CatalogSettings settings;

    public CatalogPools(CatalogSettings settings) {
        this.settings = settings;
    }

    /** The login under which the query side connects. */
    public String queryLogin() {
        String login = settings.queryUsername();
        return login == null || login.isBlank() ? settings.username() : login;
    }

    /** Unpooled connections of the owner, for the few statements that change the schema. */
    public DataSource owner() {
        return source(settings.username(), settings.password());
    }

    /** Unpooled connections for a glance: whatever takes longer than a moment fails. */
    DataSource impatient() {
        PGSimpleDataSource source = source(settings.username(), settings.password());
        source.setConnectTimeout(IMPATIENT_SECONDS);
        source.setLoginTimeout(IMPATIENT_SECONDS);
        source.setSocketTimeout(IMPATIENT_SECONDS);
        return source;
    }

    public HikariDataSource writer() {
        return pool(
                "catalog",
                source(settings.username(), settings.password()),
                settings.poolSize(),
                CatalogSchema.WRITER);
    }

    public HikariDataSource query() {
        boolean own = !queryLogin().equals(settings.username());
        return pool(
                "catalog-query",
                source(queryLogin(), own ? settings.queryPassword() : settings.password()),
                settings.queryPoolSize(),
                CatalogSchema.QUERY);
    }

    private PGSimpleDataSource source(String username, @Nullable Secret password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(username);
        if (password != null) {
            source.setPassword(password.value());
        }
        source.setApplicationName("surveyor");
        source.setConnectTimeout(Math.toIntExact(settings.connectTimeout().toSeconds()));
        source.setTcpKeepAlive(true);
        return source;
    }

    private HikariDataSource pool(String name, DataSource source, int size, String role) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.connectTimeout().toMillis());
        config.setConnectionInitSql(
                "SET ROLE %s; SET search_path = %s; SET idle_in_transaction_session_timeout = '%ds'"
                        .formatted(role, CatalogSchema.NAME, IDLE_SECONDS_MAX));
        // The pool opens its first connection when one is asked for, not while the context starts.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
