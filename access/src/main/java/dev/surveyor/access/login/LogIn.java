package dev.surveyor.access.login;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Exchange;
import dev.surveyor.access.limits.LoginThrottle;
import dev.surveyor.access.tokens.Sessions;
import dev.surveyor.access.tokens.Sessions.OpenSession;
import dev.surveyor.access.users.Passwords;
import dev.surveyor.access.users.User;
import dev.surveyor.access.users.Users;
import dev.surveyor.access.users.Users.WithPassword;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets people in. Somebody unknown, somebody deactivated and a wrong password cost the same work
 * and get the same answer.
 */
@Component
class LogIn {

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LoginThrottle throttle;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    LogIn(
            Users users,
            Passwords passwords,
            Sessions sessions,
            LoginThrottle throttle,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Somebody who is in. */
    record In(User user, OpenSession session) {}

    In in(String login, String password) {
        String address = Exchange.current().address();
        throttle.require(login, address);
        Optional<WithPassword> found = users.byLogin(login);
        if (!isRight(found, password)) {
            throttle.failed(login, address);
            refuse(found);
        }
        throttle.succeeded(login, address);
        return open(found.orElseThrow(), password);
    }

    private boolean isRight(Optional<WithPassword> found, String password) {
        if (found.isEmpty()) {
            passwords.compareWithNobodys(password);
            return false;
        }
        return passwords.matches(password, found.get().hash()) && found.get().user().active();
    }

    /** What a stranger typed for a name is not kept: it is often a password. */
    private void refuse(Optional<WithPassword> found) {
        audit.record(
                Actor.STRANGER,
                "login.refused",
                "user",
                found.map(known -> known.user().id().toString()).orElse("unknown"),
                Map.of());
        throw new AccessException(
                Code.BAD_CREDENTIALS, "Name or password is wrong: check both and try again.");
    }

    private In open(WithPassword known, String password) {
        User user = known.user();
        if (passwords.outdated(known.hash())) {
            users.changePassword(user.id(), known.hash(), passwords.hash(password));
        }
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    OpenSession session = sessions.open(user.id());
                    audit.record(
                            new Actor(user.id(), user.username()),
                            "login",
                            "user",
                            user.id().toString(),
                            Map.of("session", session.sessionId()));
                    return new In(user, session);
                }));
    }

    In again(String refreshToken) {
        OpenSession session =
                sessions.refresh(refreshToken)
                        .orElseThrow(() ->
                                new AccessException(
                                        Code.TOKEN_INVALID,
                                        "This refresh token is not good any more: log in again."));
        return new In(users.byId(session.userId()).orElseThrow(), session);
    }

    void out(Caller caller) {
        UUID session = caller.sessionId();
        if (session == null) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            sessions.revoke(session);
            audit.record(
                    Actor.of(caller),
                    "logout",
                    "user",
                    caller.id().toString(),
                    Map.of("session", session));
        });
    }
}
