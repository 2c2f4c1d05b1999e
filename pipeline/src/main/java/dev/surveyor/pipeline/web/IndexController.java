package dev.surveyor.pipeline.web;

import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.embeddings.EmbeddingSettings.IndexKind;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vector index, made anew from the catalog. */
@RestController
@RequestMapping("/api/v1/index/rebuild")
class IndexController {

    /**
     * A rebuild that is wanted.
     *
     * @param to left out: the index that serves
     */
    record WantedRebuild(@Nullable IndexKind to) {}

    private final IndexRebuilds rebuilds;
    private final AuditTrail audit;

    IndexController(IndexRebuilds rebuilds, AuditTrail audit) {
        this.rebuilds = rebuilds;
        this.audit = audit;
    }

    /** Begins it; nothing is embedded, and searches go on meanwhile. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.CONNECTIONS_ADMINISTER)
    IndexRebuilds.RebuildStatus begin(@Valid @RequestBody WantedRebuild wanted, Caller caller) {
        IndexRebuilds.RebuildStatus begun = rebuilds.begin(wanted.to());
        audit.record(
                Actor.of(caller),
                "index.rebuild-begun",
                "index",
                begun.index().name().toLowerCase(Locale.ROOT),
                Map.of("points", begun.total()));
        return begun;
    }

    /** How far the last one is that this process began. */
    @GetMapping
    @Needs(Permission.CONNECTIONS_ADMINISTER)
    IndexRebuilds.RebuildStatus status() {
        return rebuilds.status();
    }
}
