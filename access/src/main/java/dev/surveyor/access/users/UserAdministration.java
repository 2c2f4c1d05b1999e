package dev.surveyor.access.users;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.AccessSettings;
import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Exchange;
import dev.surveyor.access.Role;
import dev.surveyor.access.UserBelongings;
import dev.surveyor.access.UserBelongings.Belonging;
import dev.surveyor.access.limits.LoginThrottle;
import dev.surveyor.access.tokens.Sessions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What can be done to people; each act and its line in the audit trail are one transaction. */
@Component
class UserAdministration {

    private static final String KIND = "user";

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LoginThrottle throttle;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final AccessSettings settings;
    private final ObjectProvider<UserBelongings> belongings;

    UserAdministration(
            Users users,
            Passwords passwords,
            Sessions sessions,
            LoginThrottle throttle,
            AuditTrail audit,
            TransactionOperations transactions,
            AccessSettings settings,
            ObjectProvider<UserBelongings> belongings) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
        this.belongings = belongings;
    }

    /** Somebody makes an account for themselves. */
    User register(String username, String email, String password) {
        requireRegistration(email);
        return create(username, email, password, Role.USER, null);
    }

    private void requireRegistration(String email) {
        String domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        boolean welcome =
                switch (settings.registration()) {
                    case OPEN -> true;
                    case INVITED ->
                            settings.registrationDomains().stream()
                                    .anyMatch(invited -> invited.equalsIgnoreCase(domain));
                    case CLOSED -> false;
                };
        if (!welcome) {
            throw new AccessException(
                    Code.REGISTRATION_CLOSED,
                    "Nobody may register here with this address: ask an administrator for an account.");
        }
    }

    /** An administrator makes an account for somebody; without an administrator it is one's own. */
    User create(String username, String email, String password, Role role, @Nullable Caller admin) {
        PasswordRules.require(password, "password", username, email);
        String hash = passwords.hash(password);
        return inTransaction(() -> {
            User user = users.create(username, email, hash, role);
            audit.record(
                    admin == null ? new Actor(user.id(), user.username()) : Actor.of(admin),
                    admin == null ? "user.registered" : "user.created",
                    KIND,
                    user.id().toString(),
                    Map.of("username", username, "role", role));
            return user;
        });
    }

    User rename(Caller caller, @Nullable String username, @Nullable String email) {
        return inTransaction(() -> {
            User before = byId(caller.id());
            User after =
                    users.rename(
                            caller.id(),
                            Objects.requireNonNullElse(username, before.username()),
                            Objects.requireNonNullElse(email, before.email()));
            audit.record(
                    Actor.of(caller),
                    "user.renamed",
                    KIND,
                    caller.id().toString(),
                    Map.of("from", before.username(), "to", after.username()));
            return after;
        });
    }

    /** All other log-ins of the person end: who changes a password may have lost the old one. */
    void changePassword(Caller caller, String current, String wanted) {
        Users.WithPassword stored =
                users.withPassword(caller.id()).orElseThrow(UserAdministration::unknown);
        String address = Exchange.current().address();
        throttle.require(caller.username(), address);
        if (!passwords.matches(current, stored.hash())) {
            throttle.failed(caller.username(), address);
            throw AccessException.field(
                    Code.PASSWORD_WRONG, "currentPassword", "This is not your current password.");
        }
        PasswordRules.require(
                wanted, "newPassword", stored.user().username(), stored.user().email(), current);
        String hash = passwords.hash(wanted);
        transactions.executeWithoutResult(status -> {
            if (!users.changePassword(caller.id(), stored.hash(), hash)) {
                throw new AccessException(
                        Code.PASSWORD_WRONG, "The password was changed meanwhile: log in again.");
            }
            sessions.revokeAllBut(caller.sessionId(), caller.id());
            audit.record(
                    Actor.of(caller),
                    "user.password-changed",
                    KIND,
                    caller.id().toString(),
                    Map.of());
        });
    }

    /** A person after a change, and what they own if it has no active owner now. */
    record Changed(User user, List<Belonging> belongings) {}

    /**
     * Changes role or activity.
     *
     * @param handOverTo who shall own what a deactivated person owns
     */
    Changed change(
            Caller admin,
            UUID id,
            @Nullable Role role,
            @Nullable Boolean active,
            @Nullable UUID handOverTo) {
        return inTransaction(() -> {
            List<UUID> admins = users.lockActiveAdmins();
            User before = byId(id);
            Role newRole = Objects.requireNonNullElse(role, before.role());
            boolean newActive = Objects.requireNonNullElse(active, before.active());
            boolean staysAdmin = newActive && newRole == Role.ADMIN;
            if (!staysAdmin && admins.equals(List.of(id))) {
                throw new AccessException(
                        Code.LAST_ADMIN,
                        "This is the last active administrator: make another one first.");
            }
            handOver(id, handOverTo);
            User after = users.change(id, newRole, newActive);
            if (!newActive) {
                sessions.revokeAllBut(null, id);
            }
            audit.record(
                    Actor.of(admin),
                    "user.changed",
                    KIND,
                    id.toString(),
                    details(after, handOverTo));
            return new Changed(after, newActive ? List.of() : belongingsOf(id));
        });
    }

    private void handOver(UUID from, @Nullable UUID to) {
        if (to == null) {
            return;
        }
        if (from.equals(to) || users.byId(to).filter(User::active).isEmpty()) {
            throw AccessException.field(
                    Code.HAND_OVER_INVALID,
                    "handOverTo",
                    "Nobody active has this id, or it is the same person: name another.");
        }
        belongings.forEach(each -> each.handOver(from, to));
    }

    private List<Belonging> belongingsOf(UUID id) {
        return belongings.stream().flatMap(each -> each.of(id).stream()).toList();
    }

    private static Map<String, Object> details(User after, @Nullable UUID handOverTo) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("username", after.username());
        details.put("role", after.role());
        details.put("active", after.active());
        if (handOverTo != null) {
            details.put("handOverTo", handOverTo);
        }
        return details;
    }

    User byId(UUID id) {
        return users.byId(id).orElseThrow(UserAdministration::unknown);
    }

    private static AccessException unknown() {
        return new AccessException(Code.USER_UNKNOWN, "There is nobody with this id.");
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
