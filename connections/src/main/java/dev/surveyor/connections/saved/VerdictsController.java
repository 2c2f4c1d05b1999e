package dev.surveyor.connections.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.catalog.Policies;
import dev.surveyor.connections.AskerClass;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Connections.Usable;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.Right;
import dev.surveyor.connections.SessionLease;
import dev.surveyor.connections.SourceSessions;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.Verdict;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the guard says of a statement of this asker; nothing is run but EXPLAIN. */
@RestController
@RequestMapping("/api/v1/connections/{id}/sql/check")
class VerdictsController {

    record WrittenStatement(@NotNull @Size(max = Guard.STATEMENT_CHARS_MAX) String sql) {}

    /**
     * The verdict; what does not belong to its kind is left out.
     *
     * @param sql accepted: the text that would run
     * @param reads accepted: tables and views, as far as the asker may know of them
     * @param position refused: from 0; left out where it has no one place
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatementVerdict(
            boolean accepted,
            @Nullable String sql,
            @Nullable List<String> reads,
            @Nullable String rule,
            @Nullable String sentence,
            @Nullable Integer position,
            @Nullable String allowed) {

        static StatementVerdict of(Verdict verdict, Policies policies) {
            return switch (verdict) {
                case Verdict.Accepted accepted ->
                        new StatementVerdict(
                                true,
                                accepted.sql(),
                                accepted.relations().stream()
                                        .filter(relation -> isVisible(relation, policies))
                                        .sorted()
                                        .toList(),
                                null,
                                null,
                                null,
                                null);
                case Verdict.Refused(Refusal refusal) ->
                        new StatementVerdict(
                                false,
                                null,
                                null,
                                refusal.rule().id(),
                                refusal.sentence(),
                                refusal.position() < 0 ? null : refusal.position(),
                                refusal.allowed());
            };
        }

        /** Trusted views read what is hidden: its name is hidden too. */
        private static boolean isVisible(String relation, Policies policies) {
            return policies.hiddenTables().stream()
                            .noneMatch(table -> table.toString().equals(relation))
                    && !isIn(relation, policies.hiddenSchemas())
                    && (policies.schemas().isEmpty() || isIn(relation, policies.schemas()));
        }

        private static boolean isIn(String relation, List<String> schemas) {
            return schemas.stream().anyMatch(schema -> relation.startsWith(schema + "."));
        }
    }

    private final Connections connections;
    private final SourceSessions sessions;

    VerdictsController(Connections connections, SourceSessions sessions) {
        this.connections = connections;
        this.sessions = sessions;
    }

    @PostMapping
    @Needs(Permission.CONNECTIONS_READ)
    StatementVerdict verdict(
            @PathVariable UUID id, @Valid @RequestBody WrittenStatement written, Caller caller) {
        Usable usable = connections.require(id, caller, Right.CHAT);
        try (SessionLease lease = sessions.lease(usable.connection(), AskerClass.QUESTIONS)) {
            SourceSession session = lease.session();
            return StatementVerdict.of(
                    guard(session, usable).check(written.sql(), session), usable.policies());
        } catch (SourceException e) {
            throw new ConnectionsException(
                    Code.SOURCE_UNAVAILABLE,
                    "Statements are checked against the database, which failed: " + e.getMessage(),
                    e);
        }
    }

    private static Guard guard(SourceSession session, Usable usable) {
        StatementRules rules = session.statementRules();
        return new Guard(
                rules,
                rules.judge(session.structure(), usable.policies(), usable.attributes()),
                usable.connection().options().queryLimits());
    }
}
