package dev.surveyor.embeddings;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which points may be found. A set that is empty lets nothing through; only one that is not there
 * lets everything through.
 */
public record Filter(
        @Nullable Set<String> connections,
        @Nullable Set<PointKind> kinds,
        @Nullable Set<String> schemas) {

    private static final Filter ALL = new Filter(null, null, null);

    public Filter {
        connections = connections == null ? null : Set.copyOf(connections);
        kinds = kinds == null ? null : Set.copyOf(kinds);
        schemas = schemas == null ? null : Set.copyOf(schemas);
    }

    public static Filter all() {
        return ALL;
    }

    public static Filter connections(Set<String> connections) {
        return new Filter(connections, null, null);
    }

    public Filter kinds(Set<PointKind> allowed) {
        return new Filter(connections, allowed, schemas);
    }

    public Filter schemas(Set<String> allowed) {
        return new Filter(connections, kinds, allowed);
    }

    public boolean letsNothingThrough() {
        return isEmpty(connections) || isEmpty(kinds) || isEmpty(schemas);
    }

    private static boolean isEmpty(@Nullable Set<?> allowed) {
        return allowed != null && allowed.isEmpty();
    }
}
