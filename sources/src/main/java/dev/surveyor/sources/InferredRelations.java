package dev.surveyor.sources;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.sources.relations.Inference;
import dev.surveyor.sources.relations.SessionProbe;
import java.util.List;

/** Relations that a database does not declare. */
public final class InferredRelations {

    private InferredRelations() {}

    /** Those that names, types and values speak for, without any that the structure declares. */
    public static List<Relation> of(Structure structure, ValueProbe probe) {
        return new Inference(structure, probe).relations();
    }

    /** Looks values up in a session, a bounded number of times and rows, each in bounded time. */
    public static ValueProbe probe(SourceSession session) {
        return new SessionProbe(session);
    }
}
