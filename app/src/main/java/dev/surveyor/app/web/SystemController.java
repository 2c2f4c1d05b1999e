package dev.surveyor.app.web;

import dev.surveyor.access.Open;
import dev.surveyor.catalog.Installations;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How this process and what it depends on are doing. */
@RestController
@RequestMapping("/api/v1/system")
class SystemController {

    private static final Logger LOG = LoggerFactory.getLogger(SystemController.class);

    /** Whether something does its work. */
    enum Status {
        UP,
        DOWN
    }

    /** The whole, and each thing it depends on by name. */
    record Health(Status status, Map<String, Status> dependencies) {}

    private final Installations installations;

    SystemController(Installations installations) {
        this.installations = installations;
    }

    @GetMapping("/health")
    @Open
    ResponseEntity<Health> health() {
        Status store = store();
        return ResponseEntity.status(
                        store == Status.UP ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(new Health(store, Map.of("store", store)));
    }

    private Status store() {
        try {
            installations.current();
            return Status.UP;
        } catch (DataAccessException e) {
            LOG.warn("The store does not answer: {}", e.getMessage());
            return Status.DOWN;
        }
    }
}
