package dev.surveyor.connections.saved;

import dev.surveyor.catalog.Secret;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionOptions;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.Egress;
import dev.surveyor.connections.SurveyOptions;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.SourceAddress.EncryptionMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection as people type it, with every field's limits. What is left out has its default; the
 * secrets of a saved one stay.
 *
 * @param password never given back
 * @param key of the client certificate, PKCS-8 as PEM; never given back
 * @param powerfulRoleAllowed an administrator's word only
 * @param version the one that was read, to be refused where somebody else changed it meanwhile
 */
record ConnectionFields(
        @Nullable @Pattern(regexp = NAME, message = NAME_RULE) String name,
        @Nullable @Size(max = 2000) String description,
        @NotNull @Pattern(regexp = "[a-z][a-z0-9]{0,19}") String kind,
        @Nullable @Size(max = 253) String host,
        @Nullable @Min(1) @Max(65535) Integer port,
        @Nullable @Size(max = 128) String database,
        @Nullable @Size(max = 500) String file,
        @Nullable @Size(max = 128) String username,
        @Nullable @Size(min = 1, max = 1000) String password,
        @Nullable Encryption ssl,
        @Nullable @Size(max = 65536) String authority,
        @Nullable @Size(max = 65536) String certificate,
        @Nullable @Size(min = 1, max = 16384) String key,
        @Nullable @Size(max = 200) List<@NotNull @Size(min = 1, max = 128) String> includedSchemas,
        @Nullable @Size(max = 200) List<@NotNull @Size(min = 1, max = 128) String> excludedSchemas,
        @Nullable @Min(1) @Max(1000) Integer questionSessions,
        @Nullable @Min(1) @Max(1000) Integer surveySessions,
        @Nullable LocalDate referenceDate,
        @Nullable @Valid EgressFields egress,
        @Nullable @Valid SurveyFields survey,
        @Nullable @Valid QueryLimitFields queryLimits,
        @Nullable Boolean powerfulRoleAllowed,
        @Nullable @Min(1) Long version) {

    static final String NAME = "[^\\p{Cntrl}\\s][^\\p{Cntrl}]{0,99}";
    static final String NAME_RULE =
            "must be 1 to 100 characters, none of them a control character, not beginning with a space";

    /** Modes of encryption, as PostgreSQL calls them. */
    enum Encryption {
        DISABLE,
        PREFER,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL;

        EncryptionMode mode() {
            return EncryptionMode.valueOf(name());
        }
    }

    record EgressFields(
            @NotNull Egress.Where where,
            @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String> providers,
            @Nullable @Size(max = 3) Set<Egress.What> what) {

        Egress toEgress() {
            boolean named = providers != null && !providers.isEmpty();
            if (named != (where == Egress.Where.PROVIDERS)) {
                throw ConnectionsException.invalid(
                        "egress.providers",
                        "must name providers where text may go to PROVIDERS, and nowhere else");
            }
            return new Egress(
                    where,
                    Objects.requireNonNullElse(providers, List.of()),
                    Objects.requireNonNullElse(what, Egress.STANDARD.what()));
        }
    }

    /**
     * What a question may cost, by the database's own plan; what is left out is as usual.
     *
     * @param costMax of the whole plan, in the planner's units; usually 100,000,000
     * @param rowsMax that any step of it may yield; usually 10,000,000,000
     */
    record QueryLimitFields(
            @Nullable @Positive Double costMax, @Nullable @Positive Double rowsMax) {

        GuardLimits toLimits() {
            GuardLimits standard = GuardLimits.STANDARD;
            return new GuardLimits(
                    Objects.requireNonNullElse(costMax, standard.costMax()),
                    Objects.requireNonNullElse(rowsMax, standard.rowsMax()));
        }
    }

    record SurveyFields(
            @Nullable @Min(1) @Max(86400) Integer tableSecondsMax,
            @Nullable @Size(max = 500) List<@NotNull @Size(min = 1, max = 260) String> excludedTables,
            @Nullable Boolean keepValues,
            @Nullable Boolean askModel) {

        SurveyOptions toOptions() {
            SurveyOptions standard = SurveyOptions.STANDARD;
            return new SurveyOptions(
                    Objects.requireNonNullElse(tableSecondsMax, standard.tableSecondsMax()),
                    Objects.requireNonNullElse(excludedTables, standard.excludedTables()),
                    Objects.requireNonNullElse(keepValues, standard.keepValues()),
                    Objects.requireNonNullElse(askModel, standard.askModel()));
        }
    }

    ConnectionAddress address() {
        return new ConnectionAddress(
                kind,
                text(host).toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(port, 0),
                text(database),
                text(file),
                text(username),
                Objects.requireNonNullElse(ssl, Encryption.PREFER).mode(),
                text(authority).strip(),
                text(certificate).strip());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    ConnectionOptions options() {
        return new ConnectionOptions(
                Objects.requireNonNullElse(includedSchemas, List.of()),
                Objects.requireNonNullElse(excludedSchemas, List.of()),
                Objects.requireNonNullElse(questionSessions, ConnectionOptions.QUESTION_SESSIONS),
                Objects.requireNonNullElse(surveySessions, ConnectionOptions.SURVEY_SESSIONS),
                referenceDate,
                egress == null ? Egress.STANDARD : egress.toEgress(),
                survey == null ? SurveyOptions.STANDARD : survey.toOptions(),
                queryLimits == null ? GuardLimits.STANDARD : queryLimits.toLimits());
    }

    static ConnectionOptions standardOptions() {
        return new ConnectionOptions(
                List.of(),
                List.of(),
                ConnectionOptions.QUESTION_SESSIONS,
                ConnectionOptions.SURVEY_SESSIONS,
                null,
                Egress.STANDARD,
                SurveyOptions.STANDARD,
                GuardLimits.STANDARD);
    }

    @Nullable Secret secretPassword() {
        return password == null ? null : new Secret(password);
    }

    @Nullable Secret secretKey() {
        return key == null ? null : new Secret(key);
    }

    @Override
    public String toString() {
        return "ConnectionFields[" + name + "]";
    }
}
