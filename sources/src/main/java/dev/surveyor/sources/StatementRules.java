package dev.surveyor.sources;

import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one database lets a statement do, as read from it at one moment: its functions, operators,
 * types, tables and views. Immutable and shared; read again when the structure has changed.
 */
public interface StatementRules {

    /**
     * The rules for one kind of asker.
     *
     * @param known what can be named at all: tables and columns that the database has and this does
     *     not name are not there. An edition's, so that an answer rests on what was surveyed
     * @param attributes of the asker that row filters ask for
     */
    Judge judge(Structure known, Policies policies, Map<String, String> attributes);

    /** Schemas in which names without one are looked up. */
    List<String> searchPath();

    /** Gives verdicts; used by many threads. */
    interface Judge {

        /** Reads, checks and binds a statement; asks nobody. */
        Verdict verdict(String sql);

        /**
         * Whether the database's plan of an accepted statement is refused: it may read only what
         * was bound, and cost only so much.
         *
         * @param plan as {@link SourceSession#plan} gives it
         */
        Optional<Refusal> refused(Verdict.Accepted accepted, String plan, GuardLimits limits);
    }
}
