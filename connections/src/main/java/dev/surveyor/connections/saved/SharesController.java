package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Right;
import dev.surveyor.connections.saved.Sharing.Share;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may see what through a connection. */
@RestController
@RequestMapping("/api/v1/connections/{id}")
class SharesController {

    record ShareFields(@NotNull UUID userId, @NotNull Right right) {}

    record Shares(List<Share> items) {}

    private final Sharing sharing;
    private final Restricting restricting;

    SharesController(Sharing sharing, Restricting restricting) {
        this.sharing = sharing;
        this.restricting = restricting;
    }

    @GetMapping("/shares")
    @Needs(Permission.CONNECTIONS_READ)
    Shares shares(@PathVariable UUID id, Caller caller) {
        return new Shares(sharing.of(id, caller));
    }

    @PostMapping("/shares")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.CONNECTIONS_WRITE)
    Share share(@PathVariable UUID id, @Valid @RequestBody ShareFields wanted, Caller caller) {
        return sharing.share(id, wanted.userId(), wanted.right(), caller);
    }

    @DeleteMapping("/shares/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.CONNECTIONS_WRITE)
    void unshare(@PathVariable UUID id, @PathVariable UUID userId, Caller caller) {
        sharing.unshare(id, userId, caller);
    }

    @GetMapping("/policies")
    @Needs(Permission.CONNECTIONS_READ)
    PolicyFields policies(@PathVariable UUID id, Caller caller) {
        return PolicyFields.of(restricting.of(id, caller));
    }

    @PutMapping("/policies")
    @Needs(Permission.CONNECTIONS_WRITE)
    PolicyFields restrict(
            @PathVariable UUID id, @Valid @RequestBody PolicyFields wanted, Caller caller) {
        return PolicyFields.of(restricting.restrict(id, wanted.policies(), caller));
    }
}
