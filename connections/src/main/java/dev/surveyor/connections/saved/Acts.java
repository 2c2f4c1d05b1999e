package dev.surveyor.connections.saved;

import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What people do to connections: each act and its line in the audit trail are one transaction. */
@Component
class Acts {

    static final String KIND = "connection";

    private final AuditTrail audit;
    private final TransactionOperations transactions;

    Acts(AuditTrail audit, TransactionOperations transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    <T> T inTransaction(Supplier<T> work) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> work.get()));
        } catch (DuplicateKeyException e) {
            throw ConnectionsException.field(
                    Code.NAME_TAKEN, "name", "There is a connection of this name: choose another.");
        }
    }

    void note(Caller caller, String action, UUID id, Draft draft) {
        note(
                caller,
                action,
                id,
                Map.of("name", draft.name(), "address", draft.address().display()));
    }

    void note(Caller caller, String action, UUID id, Map<String, ?> details) {
        audit.record(Actor.of(caller), action, KIND, id.toString(), details);
    }
}
