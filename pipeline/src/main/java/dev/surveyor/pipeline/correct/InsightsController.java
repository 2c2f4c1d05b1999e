package dev.surveyor.pipeline.correct;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surveyor.access.AuditTrail;
import dev.surveyor.access.AuditTrail.Actor;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.catalog.Correction;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Strategy;
import dev.surveyor.catalog.TableCorrections;
import dev.surveyor.catalog.TableName;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrections of what surveys found. */
@RestController
@RequestMapping("/api/v1/intelligence/{connectionId}/insights")
class InsightsController {

    private static final int DESCRIPTION_MAX = 4000;
    private static final int SYNONYM_MAX = 100;
    private static final int SYNONYMS_MAX = 50;
    private static final int COLUMNS_MAX = 2000;

    /** What is said of a column; what is left out is not said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ColumnCorrection(
            @NotNull @Size(min = 1, max = 200) String name,
            @Nullable @Size(max = DESCRIPTION_MAX) String description,
            @Nullable @Size(max = SYNONYMS_MAX) List<@NotNull @Size(min = 1, max = SYNONYM_MAX) String> synonyms,
            @Nullable Boolean personal,
            @Nullable Strategy strategy) {

        private static ColumnCorrection of(Correction said) {
            return new ColumnCorrection(
                    String.valueOf(said.column()),
                    said.description(),
                    said.synonyms(),
                    said.personal(),
                    said.strategy());
        }
    }

    /**
     * All that is said of a table, in the place of what was said before.
     *
     * @param version that was read; 0: nobody said anything yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InsightCorrection(
            @Min(0) long version,
            @Nullable @Size(max = DESCRIPTION_MAX) String description,
            @Nullable @Size(max = SYNONYMS_MAX) List<@NotNull @Size(min = 1, max = SYNONYM_MAX) String> synonyms,
            @Nullable @Size(max = COLUMNS_MAX) List<@NotNull @Valid ColumnCorrection> columns) {

        List<Correction> of(TableName table) {
            List<Correction> said = new ArrayList<>();
            if (description != null || synonyms != null) {
                said.add(new Correction(table, null, description, synonyms, null, null));
            }
            if (columns != null) {
                columns.forEach(column ->
                        said.add(
                                new Correction(
                                        table,
                                        column.name(),
                                        column.description(),
                                        column.synonyms(),
                                        column.personal(),
                                        column.strategy())));
            }
            return said;
        }

        static InsightCorrection of(TableCorrections said) {
            Correction own =
                    said.corrections().stream()
                            .filter(each -> each.column() == null)
                            .findFirst()
                            .orElse(null);
            return new InsightCorrection(
                    said.version(),
                    own == null ? null : own.description(),
                    own == null ? null : own.synonyms(),
                    said.corrections().stream()
                            .filter(each -> each.column() != null)
                            .map(ColumnCorrection::of)
                            .toList());
        }
    }

    private final Connections connections;
    private final Correcting correcting;
    private final AuditTrail audit;

    InsightsController(Connections connections, Correcting correcting, AuditTrail audit) {
        this.connections = connections;
        this.correcting = correcting;
        this.audit = audit;
    }

    @PutMapping("/{id}")
    @Needs(Permission.CONNECTIONS_WRITE)
    InsightCorrection correct(
            @PathVariable UUID connectionId,
            @PathVariable UUID id,
            @Valid @RequestBody InsightCorrection wanted,
            Caller caller) {
        Connection connection = connections.require(connectionId, caller, Right.OWNER).connection();
        Insight insight = correcting.insight(connectionId, id);
        TableCorrections said =
                correcting.correct(
                        connection,
                        insight,
                        wanted.version(),
                        wanted.of(insight.name()),
                        caller.username());
        audit.record(
                Actor.of(caller),
                "insight.corrected",
                "connection",
                connectionId.toString(),
                Map.of("table", insight.name().toString()));
        return InsightCorrection.of(said);
    }
}
