package dev.surveyor.access.web;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.Caller;
import dev.surveyor.access.Exchange;
import dev.surveyor.access.limits.RateLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the caller before anything else happens, and counts their requests. Credentials that are
 * not good make nobody of the caller; the door then says so, if it needs somebody.
 */
final class CredentialFilter extends OncePerRequestFilter {

    /** Set where credentials came along that are not good. */
    static final String REFUSED = CredentialFilter.class.getName() + ".refused";

    static final String HEALTH = "/api/v1/system/health";

    private static final String LOG_KEY = "user";
    private static final Set<String> LOGIN_PATHS =
            Set.of("/api/v1/auth/login", "/api/v1/auth/register");

    private final Credentials credentials;
    private final RateLimits limits;

    CredentialFilter(Credentials credentials, RateLimits limits) {
        this.credentials = credentials;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller;
        try {
            caller = identify(request);
        } catch (AccessException tooMany) {
            ProblemWriter.write(response, tooMany);
            return;
        } catch (DataAccessException e) {
            if (!request.getServletPath().equals(HEALTH)) {
                ProblemWriter.write(response, Problems.storeUnavailable(e));
                return;
            }
            // That is what they ask about: they are told what strangers are.
            caller = Optional.empty();
        }
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller.get()));
        SecurityContextHolder.setContext(context);
        try (MDC.MDCCloseable _ = MDC.putCloseable(LOG_KEY, caller.get().username())) {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Optional<Caller> identify(HttpServletRequest request) {
        String network = Addresses.network(Exchange.current().address());
        limits.count(RateLimits.Kind.ADDRESS, network);
        if (LOGIN_PATHS.contains(request.getServletPath())) {
            limits.count(RateLimits.Kind.LOGIN, network);
        }
        Credentials.Found found = credentials.of(request);
        if (found.given() && found.caller().isEmpty()) {
            request.setAttribute(REFUSED, true);
        }
        found.caller().ifPresent(this::count);
        return found.caller();
    }

    private void count(Caller caller) {
        if (caller.keyId() == null) {
            limits.count(RateLimits.Kind.USER, caller.id().toString());
        } else {
            limits.count(RateLimits.Kind.KEY, caller.keyId().toString());
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
