package dev.surveyor.access.web;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Open;
import dev.surveyor.access.Permission;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Stands before every handler: lets the caller in if the door is open or they have its permission.
 * A door that says nothing about itself is closed.
 */
final class Doorkeeper implements HandlerInterceptor {

    /** Whom a path lets in. */
    private sealed interface Door {

        Door FOR_ALL = new ForAll();
        Door UNKNOWN = new Unknown();

        record ForAll() implements Door {}

        record For(Permission permission) implements Door {}

        record Unknown() implements Door {}
    }

    /** Doors that libraries made, by the beginning of their path. */
    private static final Map<String, Door> DOORS_OF_OTHERS =
            Map.of(
                    "/actuator/health", Door.FOR_ALL,
                    "/actuator/prometheus", new Door.For(Permission.METRICS_READ),
                    "/v3/api-docs", Door.FOR_ALL,
                    "/swagger-ui", Door.FOR_ALL);

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        Optional<AccessException> refusal =
                switch (doorOf(request, handler)) {
                    case Door.Unknown _ ->
                            Optional.of(
                                    new AccessException(
                                            Code.FORBIDDEN, "Nobody may come in here."));
                    case Door.ForAll _ -> Optional.empty();
                    case Door.For door -> refusal(door.permission(), request);
                };
        if (refusal.isPresent()) {
            ProblemWriter.write(response, refusal.get());
        }
        return refusal.isEmpty();
    }

    private static Door doorOf(HttpServletRequest request, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler
                || handler instanceof ParameterizableViewController) {
            return Door.FOR_ALL;
        }
        if (handler instanceof HandlerMethod method) {
            if (method.hasMethodAnnotation(Open.class)) {
                return Door.FOR_ALL;
            }
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs != null) {
                return new Door.For(needs.value());
            }
        }
        return ofOthers(request.getServletPath());
    }

    /** The door of a path that is not one of our controllers'. */
    private static Door ofOthers(String path) {
        return DOORS_OF_OTHERS.entrySet().stream()
                .filter(door ->
                        path.equals(door.getKey())
                                || path.startsWith(door.getKey() + "/")
                                || path.startsWith(door.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Door.UNKNOWN);
    }

    private static Optional<AccessException> refusal(
            Permission permission, HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) {
            return Optional.of(
                    request.getAttribute(CredentialFilter.REFUSED) == null
                            ? new AccessException(
                                    Code.LOG_IN_FIRST,
                                    "Log in first (POST /api/v1/auth/login), or send a key in X-API-Key.")
                            : new AccessException(
                                    Code.TOKEN_INVALID,
                                    "The token or key is wrong, expired or revoked: refresh it or log in again."));
        }
        return caller.may(permission)
                ? Optional.empty()
                : Optional.of(
                        new AccessException(
                                Code.FORBIDDEN,
                                "This needs the permission '%s', which %s lacks."
                                        .formatted(
                                                permission.scope(),
                                                caller.keyId() == null
                                                        ? "your role"
                                                        : "this key")));
    }
}
