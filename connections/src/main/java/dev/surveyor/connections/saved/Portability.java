package dev.surveyor.connections.saved;

import dev.surveyor.access.Caller;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionOptions;
import dev.surveyor.connections.ConnectionPolicies;
import dev.surveyor.connections.Egress;
import dev.surveyor.connections.SurveyOptions;
import dev.surveyor.connections.reach.Reach;
import dev.surveyor.connections.saved.ConnectionFields.EgressFields;
import dev.surveyor.connections.saved.ConnectionFields.Encryption;
import dev.surveyor.connections.saved.ConnectionFields.QueryLimitFields;
import dev.surveyor.connections.saved.ConnectionFields.SurveyFields;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes connections from one Surveyor to another, without their secrets and shares. */
@Component
class Portability {

    private static final int FORMAT = 1;
    private static final int CONNECTIONS_MAX = 1000;
    private static final String PASSWORD_MISSING = "Imported without secrets: give its password.";
    private static final String NOT_CHECKED =
            "Imported with policies that nobody has held against this database: save them again.";

    /** One connection as a file has it. */
    record CarriedConnection(
            @NotNull @Valid ConnectionFields connection, @Nullable @Valid PolicyFields policies) {}

    /** The whole file. */
    record ConnectionBundle(
            @NotNull @Min(FORMAT) @Max(FORMAT) Integer format,
            @NotNull @Size(max = CONNECTIONS_MAX) List<@NotNull @Valid CarriedConnection> connections) {}

    /** What became of one connection of a file. */
    record ImportedConnection(UUID id, String name) {}

    private final Saving saving;
    private final Ownership ownership;
    private final Acts acts;
    private final ConnectionRows rows;
    private final Reach reach;
    private final JdbcClient client;

    Portability(
            Saving saving,
            Ownership ownership,
            Acts acts,
            ConnectionRows rows,
            Reach reach,
            JdbcClient client) {
        this.saving = saving;
        this.ownership = ownership;
        this.acts = acts;
        this.rows = rows;
        this.reach = reach;
        this.client = client;
    }

    /** Those that the caller owns, the first thousand in the order of their names. */
    ConnectionBundle export(Caller caller) {
        List<UUID> owned =
                client.sql(
                                """
                                SELECT id FROM connection
                                 WHERE owner_id = :owner AND removal_begun_at IS NULL
                                 ORDER BY lower(name) COLLATE "C" LIMIT :limit
                                """)
                        .param("owner", caller.id())
                        .param("limit", CONNECTIONS_MAX)
                        .query((row, number) -> row.getObject("id", UUID.class))
                        .list();
        return new ConnectionBundle(
                FORMAT,
                owned.stream()
                        .flatMap(id -> rows.byId(id, caller.id()).stream())
                        .map(found -> carried(found.connection()))
                        .toList());
    }

    private static CarriedConnection carried(Connection connection) {
        ConnectionAddress address = connection.address();
        ConnectionOptions options = connection.options();
        Egress egress = options.egress();
        SurveyOptions survey = options.survey();
        return new CarriedConnection(
                new ConnectionFields(
                        connection.name(),
                        connection.description(),
                        address.kind(),
                        address.host(),
                        address.port() == 0 ? null : address.port(),
                        address.database(),
                        address.file(),
                        address.username(),
                        null,
                        Encryption.valueOf(address.encryption().name()),
                        address.authority(),
                        "",
                        null,
                        options.includedSchemas(),
                        options.excludedSchemas(),
                        options.questionSessions(),
                        options.surveySessions(),
                        options.referenceDate(),
                        new EgressFields(egress.where(), egress.providers(), egress.what()),
                        new SurveyFields(
                                survey.tableSecondsMax(),
                                survey.excludedTables(),
                                survey.keepValues(),
                                survey.askModel()),
                        new QueryLimitFields(
                                options.queryLimits().costMax(), options.queryLimits().rowsMax()),
                        null,
                        null),
                PolicyFields.of(connection.policies()));
    }

    /**
     * All of them or none; a name that is taken gets a number. Hosts are looked up at first use.
     */
    List<ImportedConnection> read(ConnectionBundle bundle, Caller caller) {
        return acts.inTransaction(() -> {
            List<ImportedConnection> imported = new ArrayList<>();
            for (CarriedConnection carried : bundle.connections()) {
                Draft typed = Draft.of(carried.connection());
                ConnectionAddress address = reach.formed(typed.address());
                reach.requireAtSight(address);
                Certificates.require(address, typed.key(), false);
                Draft draft =
                        typed.at(address).named(ownership.freeName(typed.name(), caller.id()));
                PolicyFields given = carried.policies();
                ConnectionPolicies policies =
                        given == null ? ConnectionPolicies.NONE : given.policies();
                PolicyCheck.requireAttributes(policies.attributes());
                Connection made =
                        saving.create(draft, policies, message(draft, policies), caller)
                                .connection();
                imported.add(new ImportedConnection(made.id(), made.name()));
            }
            return List.copyOf(imported);
        });
    }

    /** What is left to do, as the status says it. */
    private static String message(Draft draft, ConnectionPolicies policies) {
        boolean needsPassword = draft.password() == null && draft.address().file().isEmpty();
        return Stream.of(
                        needsPassword ? PASSWORD_MISSING : "",
                        policies.nameNothing() ? "" : NOT_CHECKED)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
