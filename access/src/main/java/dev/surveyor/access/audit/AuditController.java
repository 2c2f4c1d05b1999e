package dev.surveyor.access.audit;

import dev.surveyor.access.Cursor;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.access.audit.JdbcAuditTrail.Entry;
import dev.surveyor.access.audit.JdbcAuditTrail.Wanted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail, for administrators. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final String PRINTABLE = "[\\x20-\\x7e]{1,100}";

    record AuditPage(List<Entry> items, @Nullable String next) {}

    private final JdbcAuditTrail trail;

    AuditController(JdbcAuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping
    @Needs(Permission.AUDIT_READ)
    AuditPage list(
            @RequestParam(required = false) @Nullable @Size(max = 200) String after,
            @RequestParam(required = false) @Nullable UUID actorId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = PRINTABLE) String action,
            @RequestParam(required = false) @Nullable @Pattern(regexp = PRINTABLE) String subjectKind,
            @RequestParam(required = false) @Nullable @Pattern(regexp = PRINTABLE) String subjectId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        List<Entry> found =
                trail.page(
                        new Wanted(actorId, action, subjectKind, subjectId, from, until),
                        after == null ? Long.MAX_VALUE : Cursor.readNumber(after),
                        limit);
        return new AuditPage(
                found,
                found.size() < limit ? null : Cursor.write(Long.toString(found.getLast().id())));
    }
}
