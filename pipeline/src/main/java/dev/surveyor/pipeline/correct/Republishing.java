package dev.surveyor.pipeline.correct;

import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.Editions;
import dev.surveyor.embeddings.VectorIndex;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.lease.Lease;
import dev.surveyor.pipeline.lease.Leases;
import dev.surveyor.pipeline.store.EditionRows;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets readers see another kept edition; its points are in the index all the time. */
@Component
class Republishing {

    private final Editions editions;
    private final EditionRows rows;
    private final VectorIndex index;
    private final Leases leases;

    Republishing(Editions editions, EditionRows rows, VectorIndex index, Leases leases) {
        this.editions = editions;
        this.rows = rows;
        this.index = index;
        this.leases = leases;
    }

    Edition publish(UUID connection, long number) {
        Edition wanted = require(connection, number);
        if (!wanted.model().equals(index.model().id())) {
            throw new PipelineException(
                    Code.OTHER_MODEL,
                    "This edition was made with the embedding model %s, questions are now read by %s: survey anew instead."
                            .formatted(wanted.model(), index.model().id()));
        }
        Lease lease =
                leases.take(connection, UUID.randomUUID())
                        .orElseThrow(() ->
                                new PipelineException(
                                        Code.SURVEY_RUNS,
                                        "A survey of this connection runs: wait for its end, or stop it first."));
        try {
            // It may have been forgotten before the lease was ours, not since.
            require(connection, number);
            rows.makeCurrent(lease, number);
        } finally {
            leases.release(lease);
        }
        return require(connection, number);
    }

    private Edition require(UUID connection, long number) {
        return editions.edition(connection, number).orElseThrow(Republishing::unknown);
    }

    private static PipelineException unknown() {
        return new PipelineException(
                Code.EDITION_UNKNOWN, "This edition is not kept: ask which ones are.");
    }
}
