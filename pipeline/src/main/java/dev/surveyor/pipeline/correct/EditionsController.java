package dev.surveyor.pipeline.correct;

import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.catalog.Edition;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Right;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Going back to an earlier edition, and forth again. */
@RestController
@RequestMapping("/api/v1/intelligence/{connectionId}/editions")
class EditionsController {

    /** The edition that readers see from now on. */
    record PublishedEdition(UUID connectionId, long number, Instant surveyedAt, int tables) {}

    private final Connections connections;
    private final Republishing republishing;
    private final AuditTrail audit;

    EditionsController(Connections connections, Republishing republishing, AuditTrail audit) {
        this.connections = connections;
        this.republishing = republishing;
        this.audit = audit;
    }

    @PostMapping("/{number}/publish")
    @Needs(Permission.CONNECTIONS_WRITE)
    PublishedEdition publish(
            @PathVariable UUID connectionId, @PathVariable long number, Caller caller) {
        connections.require(connectionId, caller, Right.OWNER);
        Edition edition = republishing.publish(connectionId, number);
        audit.record(
                Actor.of(caller),
                "edition.published",
                "connection",
                connectionId.toString(),
                Map.of("edition", number));
        return new PublishedEdition(
                connectionId, edition.number(), edition.surveyed(), edition.tables());
    }
}
