package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.reach.Reach;
import dev.surveyor.connections.secrets.ConnectionSecrets;
import dev.surveyor.connections.secrets.ConnectionSecrets.Unsealed;
import dev.surveyor.connections.sessions.Trial;
import dev.surveyor.connections.sessions.Trial.TestFindings;
import dev.surveyor.connections.sessions.Trial.Tried;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries connections out, before and after they are saved. */
@RestController
@RequestMapping("/api/v1/connections")
class TestsController {

    private final Trial trial;
    private final Admission admission;
    private final ConnectionSecrets credentials;
    private final Reach reach;

    TestsController(Trial trial, Admission admission, ConnectionSecrets credentials, Reach reach) {
        this.trial = trial;
        this.admission = admission;
        this.credentials = credentials;
        this.reach = reach;
    }

    @PostMapping("/test")
    @Needs(Permission.CONNECTIONS_WRITE)
    TestFindings beforeSaving(@Valid @RequestBody ConnectionFields typed, Caller caller) {
        ConnectionAddress address = reach.formed(typed.address());
        Unsealed secrets = new Unsealed(typed.secretPassword(), typed.secretKey());
        Certificates.require(address, secrets.key(), false);
        boolean allowed =
                Boolean.TRUE.equals(typed.powerfulRoleAllowed())
                        && caller.may(Permission.CONNECTIONS_ADMINISTER);
        return trial.run(
                new Tried(address, secrets, typed.options().includedSchemas(), allowed),
                "new",
                caller);
    }

    @PostMapping("/{id}/test")
    @Needs(Permission.CONNECTIONS_WRITE)
    TestFindings saved(@PathVariable UUID id, Caller caller) {
        Connection connection = admission.administer(id, caller).connection();
        return trial.run(
                new Tried(
                        connection.address(),
                        credentials.unseal(id),
                        connection.options().includedSchemas(),
                        connection.powerfulRoleAllowed()),
                id.toString(),
                caller);
    }
}
