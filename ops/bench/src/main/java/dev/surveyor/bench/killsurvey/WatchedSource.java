package dev.surveyor.bench.killsurvey;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells of every commit of its connections, also of statements that are a commit themselves, and
 * what they are about: the ids that were bound.
 */
final class WatchedSource extends DelegatingDataSource {

    private static final List<String> WRITING = List.of("INSERT", "UPDATE", "DELETE");

    private final Boundaries boundaries;

    WatchedSource(DataSource watched, Boundaries boundaries) {
        super(watched);
        this.boundaries = boundaries;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Set<UUID> bound = new LinkedHashSet<>();
        return proxy(
                Connection.class,
                (method, arguments) ->
                        switch (method.getName()) {
                            case "commit" -> {
                                Set<UUID> about = Set.copyOf(bound);
                                bound.clear();
                                yield boundaries.pass(
                                        about, () -> call(connection, method, arguments));
                            }
                            case "rollback" -> {
                                bound.clear();
                                yield call(connection, method, arguments);
                            }
                            case "prepareStatement" ->
                                    statement(
                                            connection,
                                            (PreparedStatement) call(connection, method, arguments),
                                            String.valueOf(arguments[0]),
                                            bound);
                            default -> call(connection, method, arguments);
                        });
    }

    private PreparedStatement statement(
            Connection connection, PreparedStatement statement, String sql, Set<UUID> inAll) {
        String begin = sql.stripLeading().toUpperCase(Locale.ROOT);
        boolean writes = WRITING.stream().anyMatch(begin::startsWith);
        Set<UUID> bound = new LinkedHashSet<>();
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> {
                    if (method.getName().equals("setObject") && arguments[1] instanceof UUID id) {
                        bound.add(id);
                        inAll.add(id);
                    }
                    boolean commits =
                            writes
                                    && method.getName().startsWith("execute")
                                    && connection.getAutoCommit();
                    return commits
                            ? boundaries.pass(bound, () -> call(statement, method, arguments))
                            : call(statement, method, arguments);
                });
    }

    private interface Call {
        @Nullable Object make(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        WatchedSource.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                call.make(method, arguments == null ? new Object[0] : arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
