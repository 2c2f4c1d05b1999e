package dev.surveyor.connections.saved;

import dev.surveyor.connections.Connection;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionOptions;
import dev.surveyor.connections.ConnectionStatus;
import dev.surveyor.connections.Egress;
import dev.surveyor.connections.SurveyOptions;
import dev.surveyor.connections.saved.ConnectionFields.Encryption;
import dev.surveyor.sources.GuardLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection as people see it: all but its secrets. Who may only use it does not see how it gets
 * in; those fields are null.
 */
record SavedConnection(
        UUID id,
        UUID ownerId,
        String owner,
        Standing access,
        String name,
        String description,
        String kind,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String database,
        @Nullable String file,
        @Nullable String username,
        @Nullable Boolean hasPassword,
        @Nullable Encryption ssl,
        @Nullable String authority,
        @Nullable String certificate,
        @Nullable Boolean hasKey,
        @Nullable Boolean powerfulRoleAllowed,
        List<String> includedSchemas,
        List<String> excludedSchemas,
        int questionSessions,
        int surveySessions,
        @Nullable LocalDate referenceDate,
        Egress egress,
        SurveyOptions survey,
        GuardLimits queryLimits,
        ConnectionStatus status,
        long version,
        Instant created,
        Instant updated) {

    static SavedConnection of(Connection connection, Standing standing) {
        ConnectionOptions options = connection.options();
        ConnectionAddress address = connection.address();
        boolean all = standing.changes();
        return new SavedConnection(
                connection.id(),
                connection.ownerId(),
                connection.owner(),
                standing,
                connection.name(),
                connection.description(),
                address.kind(),
                all ? address.host() : null,
                all ? (Integer) address.port() : null,
                all ? address.database() : null,
                all ? address.file() : null,
                all ? address.username() : null,
                all ? (Boolean) connection.hasPassword() : null,
                all ? Encryption.valueOf(address.encryption().name()) : null,
                all ? address.authority() : null,
                all ? address.certificate() : null,
                all ? (Boolean) connection.hasKey() : null,
                all ? (Boolean) connection.powerfulRoleAllowed() : null,
                options.includedSchemas(),
                options.excludedSchemas(),
                options.questionSessions(),
                options.surveySessions(),
                options.referenceDate(),
                options.egress(),
                options.survey(),
                options.queryLimits(),
                connection.status(),
                connection.version(),
                connection.created(),
                connection.updated());
    }
}
