package dev.surveyor.app.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Open;
import dev.surveyor.access.Permission;
import dev.surveyor.app.health.Dependencies;
import dev.surveyor.app.health.Health;
import dev.surveyor.catalog.Condition;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How this process and what it depends on are doing. */
@RestController
@RequestMapping("/api/v1/system")
class SystemController {

    /**
     * The whole, and each thing it depends on by name.
     *
     * @param status degraded where something is missing or short, but answers come; down where
     *     nothing works
     */
    record ShownHealth(Health.Whole status, Map<String, ShownCondition> dependencies) {}

    /**
     * How a dependency is.
     *
     * @param sentence what is so and what to do; for those who may read metrics only
     */
    record ShownCondition(
            Condition.State state,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sentence) {}

    private final Dependencies dependencies;
    private final SystemStats stats;

    SystemController(Dependencies dependencies, SystemStats stats) {
        this.dependencies = dependencies;
        this.stats = stats;
    }

    /** Answers within two seconds, from what was seen in the last five. */
    @GetMapping("/health")
    @Open
    ResponseEntity<ShownHealth> health(@Parameter(hidden = true) Optional<Caller> caller) {
        boolean told = caller.filter(who -> who.may(Permission.METRICS_READ)).isPresent();
        Health health = dependencies.health();
        Map<String, ShownCondition> shown = new LinkedHashMap<>();
        health.dependencies()
                .forEach((name, condition) ->
                        shown.put(
                                name,
                                new ShownCondition(
                                        condition.state(), told ? condition.sentence() : null)));
        return ResponseEntity.status(
                        health.whole() == Health.Whole.DOWN
                                ? HttpStatus.SERVICE_UNAVAILABLE
                                : HttpStatus.OK)
                .body(new ShownHealth(health.whole(), shown));
    }

    /** How much there is of what; counted at most every ten seconds. */
    @GetMapping("/stats")
    @Needs(Permission.METRICS_READ)
    SystemStats.Stats stats() {
        return stats.now();
    }
}
