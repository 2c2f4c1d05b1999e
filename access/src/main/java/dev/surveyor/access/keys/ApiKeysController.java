package dev.surveyor.access.keys;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.AccessSettings;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.access.keys.ApiKeys.ApiKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own keys for machines. */
@RestController
@RequestMapping("/api/v1/api-keys")
class ApiKeysController {

    /** What a new key shall be called, may do, and until when. */
    record Wanted(
            @NotNull @Pattern(
                            regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,79}",
                            message =
                                    "must be 1 to 80 letters, digits, spaces, dots, underscores or hyphens")
                    String name,
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Size(min = 1, max = 40) String> scopes,
            @NotNull Instant expires) {}

    record Keys(List<ApiKey> items) {}

    private final ApiKeys keys;
    private final AccessSettings settings;

    ApiKeysController(ApiKeys keys, AccessSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.KEYS)
    ApiKeys.Made create(@Valid @RequestBody Wanted wanted, Caller caller) {
        return keys.create(
                caller, wanted.name(), scopes(wanted.scopes(), caller), expiry(wanted.expires()));
    }

    private static Set<Permission> scopes(List<String> wanted, Caller caller) {
        EnumSet<Permission> scopes = EnumSet.noneOf(Permission.class);
        for (String scope : wanted) {
            scopes.add(
                    Permission.ofScope(scope)
                            .filter(caller::may)
                            .orElseThrow(() -> unknownScope(caller)));
        }
        return scopes;
    }

    private static AccessException unknownScope(Caller caller) {
        String offered =
                Stream.of(Permission.values())
                        .filter(permission -> permission.forKeys() && caller.may(permission))
                        .map(Permission::scope)
                        .collect(Collectors.joining(", "));
        return AccessException.field(
                Code.SCOPE_UNKNOWN,
                "scopes",
                offered.isEmpty()
                        ? "Your role has nothing to give to a key."
                        : "A key of yours may have these scopes: " + offered + ".");
    }

    private Instant expiry(Instant wanted) {
        Instant now = Instant.now();
        if (wanted.isBefore(now) || wanted.isAfter(now.plus(settings.keyTtlMax()))) {
            throw AccessException.field(
                    Code.EXPIRY_INVALID,
                    "expires",
                    "Name a time from now until %d days ahead."
                            .formatted(settings.keyTtlMax().toDays()));
        }
        return wanted;
    }

    @GetMapping
    @Needs(Permission.KEYS)
    Keys list(Caller caller) {
        return new Keys(keys.of(caller.id()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.KEYS)
    void delete(@PathVariable UUID id, Caller caller) {
        keys.delete(caller, id);
    }
}
