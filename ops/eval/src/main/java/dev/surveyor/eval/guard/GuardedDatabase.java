package dev.surveyor.eval.guard;

import dev.surveyor.catalog.Secret;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.guard.PolicyFiles.Login;
import dev.surveyor.sources.SourceAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The corpus's database on a server, with the logins that its script makes; both go at the end. */
public final class GuardedDatabase implements AutoCloseable {

    private final SourceAddress administrator;
    private final PolicyFiles policy;
    private final Set<String> rolesBefore;

    private GuardedDatabase(
            SourceAddress administrator, PolicyFiles policy, Set<String> rolesBefore) {
        this.administrator = administrator;
        this.policy = policy;
        this.rolesBefore = rolesBefore;
    }

    /**
     * Makes the database.
     *
     * @throws EvaluationException where it is there already and may not be replaced
     */
    public static GuardedDatabase create(
            SourceAddress administrator, PolicyFiles policy, String setup, boolean replace) {
        GuardedDatabase database;
        try (Connection connection = connect(administrator, administrator.database());
                Statement statement = connection.createStatement()) {
            String name = quoted(policy.database());
            if (!texts(
                            connection,
                            "SELECT datname FROM pg_database WHERE datname = "
                                    + literal(policy.database()))
                    .isEmpty()) {
                if (!replace) {
                    throw new EvaluationException(
                            "There is a database "
                                    + policy.database()
                                    + " already: give --replace to lose it, or another server.");
                }
                statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
            }
            Set<String> roles = new TreeSet<>(texts(connection, "SELECT rolname FROM pg_roles"));
            statement.execute("CREATE DATABASE " + name);
            database = new GuardedDatabase(administrator, policy, roles);
        } catch (SQLException e) {
            throw new EvaluationException(
                    "The server cannot be used as its administrator: " + e.getMessage(), e);
        }
        database.run(setup);
        return database;
    }

    private void run(String script) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        } catch (SQLException e) {
            close();
            throw new EvaluationException(
                    "setup.sql of the corpus does not run: " + e.getMessage(), e);
        }
    }

    /** A connection of the administrator to the corpus's database. */
    public Connection connect() throws SQLException {
        return connect(administrator, policy.database());
    }

    Connection connect(Login login) throws SQLException {
        return connect(address(login), policy.database());
    }

    private static Connection connect(SourceAddress address, String database) throws SQLException {
        Secret password = address.password();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + database,
                address.user(),
                password == null ? "" : password.value());
    }

    public SourceAddress address(Login login) {
        return SourceAddress.ofServer(
                "postgresql",
                administrator.host(),
                administrator.port(),
                policy.database(),
                login.name(),
                new Secret(login.password()));
    }

    public SourceAddress administratorAddress() {
        Secret password = administrator.password();
        return address(new Login(administrator.user(), password == null ? "" : password.value()));
    }

    public static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try (Connection connection = connect(administrator, administrator.database());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "DROP DATABASE IF EXISTS " + quoted(policy.database()) + " WITH (FORCE)");
            for (String role : texts(connection, "SELECT rolname FROM pg_roles")) {
                if (!rolesBefore.contains(role)) {
                    statement.execute("DROP ROLE " + quoted(role));
                }
            }
        } catch (SQLException e) {
            throw new EvaluationException(
                    "What the evaluation made could not be dropped: " + e.getMessage(), e);
        }
    }
}
