package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.ConnectionStatus;
import dev.surveyor.connections.reach.UrlParser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connections: saved, listed, changed, handed over, deleted. */
@RestController
@RequestMapping("/api/v1/connections")
class ConnectionsController {

    /** A connection in one line. */
    record ConnectionUrl(
            @NotNull @Pattern(regexp = ConnectionFields.NAME, message = ConnectionFields.NAME_RULE) String name,
            @Nullable @Size(max = 2000) String description,
            @NotNull @Size(min = 1, max = 2000) String url) {

        Draft draft() {
            UrlParser.Parsed parsed = UrlParser.parse(url);
            return new Draft(
                    name.strip(),
                    description == null ? "" : description,
                    parsed.address(),
                    parsed.password(),
                    null,
                    ConnectionFields.standardOptions(),
                    null);
        }

        @Override
        public String toString() {
            return "ConnectionUrl[" + name + "]";
        }
    }

    record HandOver(@NotNull UUID userId) {}

    record ImportedConnections(List<Portability.ImportedConnection> items) {}

    private final Saving saving;
    private final Admission admission;
    private final Ownership ownership;
    private final ConnectionListing listing;
    private final Removals removals;
    private final Portability portability;
    private final RemovalClock clock;

    ConnectionsController(
            Saving saving,
            Admission admission,
            Ownership ownership,
            ConnectionListing listing,
            Removals removals,
            Portability portability,
            RemovalClock clock) {
        this.saving = saving;
        this.admission = admission;
        this.ownership = ownership;
        this.listing = listing;
        this.removals = removals;
        this.portability = portability;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.CONNECTIONS_READ)
    ConnectionListing.ListedConnections list(
            @RequestParam(required = false) @Nullable @Size(max = 1200) String after,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[a-z][a-z0-9]{0,19}") String kind,
            @RequestParam(required = false) ConnectionStatus.@Nullable State status,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 100) String q,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return listing.page(
                new ConnectionListing.Wanted(kind, status, q, owner), after, limit, caller);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.CONNECTIONS_WRITE)
    SavedConnection create(@Valid @RequestBody ConnectionFields wanted, Caller caller) {
        return saving.create(Draft.of(wanted), caller).shown();
    }

    @PostMapping("/from-url")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.CONNECTIONS_WRITE)
    SavedConnection createFromUrl(@Valid @RequestBody ConnectionUrl wanted, Caller caller) {
        return saving.create(wanted.draft(), caller).shown();
    }

    @GetMapping("/{id}")
    @Needs(Permission.CONNECTIONS_READ)
    SavedConnection one(@PathVariable UUID id, Caller caller) {
        return admission.see(id, caller).shown();
    }

    @PutMapping("/{id}")
    @Needs(Permission.CONNECTIONS_WRITE)
    SavedConnection change(
            @PathVariable UUID id, @Valid @RequestBody ConnectionFields wanted, Caller caller) {
        return saving.update(id, Draft.of(wanted), wanted.version(), caller).shown();
    }

    /** What hangs on it is removed soon after. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.CONNECTIONS_WRITE)
    void delete(@PathVariable UUID id, Caller caller) {
        removals.begin(id, caller);
        clock.soon();
    }

    @GetMapping("/{id}/status")
    @Needs(Permission.CONNECTIONS_READ)
    ConnectionStatus status(@PathVariable UUID id, Caller caller) {
        return admission.watch(id, caller).connection().status();
    }

    @PostMapping("/{id}/hand-over")
    @Needs(Permission.CONNECTIONS_WRITE)
    SavedConnection handOver(
            @PathVariable UUID id, @Valid @RequestBody HandOver wanted, Caller caller) {
        return ownership.handOver(id, wanted.userId(), caller).shown();
    }

    @GetMapping("/export")
    @Needs(Permission.CONNECTIONS_WRITE)
    Portability.ConnectionBundle export(Caller caller) {
        return portability.export(caller);
    }

    @PostMapping("/import")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.CONNECTIONS_WRITE)
    ImportedConnections read(
            @Valid @RequestBody Portability.ConnectionBundle bundle, Caller caller) {
        return new ImportedConnections(portability.read(bundle, caller));
    }
}
