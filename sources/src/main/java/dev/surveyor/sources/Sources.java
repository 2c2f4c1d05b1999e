package dev.surveyor.sources;

import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.session.JdbcSession;
import java.util.List;
import java.util.ServiceLoader;

/** Where sessions begin. */
public final class Sources {

    private static final List<Dialect> DIALECTS =
            ServiceLoader.load(Dialect.class, Sources.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Sources() {}

    /** All kinds of source that can be read. */
    public static List<String> kinds() {
        return DIALECTS.stream().map(Dialect::kind).sorted().toList();
    }

    /**
     * The dialect that reads sources of this kind.
     *
     * @throws SourceException when there is none
     */
    public static Dialect dialect(String kind) {
        return DIALECTS.stream()
                .filter(dialect -> dialect.kind().equals(kind))
                .findFirst()
                .orElseThrow(() ->
                        new SourceException(
                                Code.BAD_ADDRESS,
                                false,
                                "No dialect reads '%s': the kinds are %s."
                                        .formatted(kind, String.join(", ", kinds())),
                                null));
    }

    /**
     * Opens a session within the connect time of its limits, whatever the server does.
     *
     * @throws SourceException when it cannot be opened
     */
    public static SourceSession open(SourceAddress address, SessionLimits limits) {
        return JdbcSession.open(dialect(address.kind()), address, limits);
    }
}
