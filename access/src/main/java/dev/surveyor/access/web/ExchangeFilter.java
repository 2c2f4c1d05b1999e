package dev.surveyor.access.web;

import dev.surveyor.access.Exchange;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every exchange an id, the caller's where it is well formed, on its answer and log lines.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExchangeFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";
    private static final String LOG_KEY = "request";
    private static final String ATTRIBUTE = ExchangeFilter.class.getName();
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Exchange exchange = exchange(request);
        response.setHeader(HEADER, exchange.requestId());
        try (MDC.MDCCloseable _ = MDC.putCloseable(LOG_KEY, exchange.requestId())) {
            ScopedValue.where(Exchange.CURRENT, exchange)
                    .call(() -> {
                        chain.doFilter(request, response);
                        return exchange;
                    });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** The same one when the container comes back for the rest of an answer, or for its error. */
    private static Exchange exchange(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange known) {
            return known;
        }
        String given = request.getHeader(HEADER);
        Exchange exchange =
                new Exchange(
                        given != null && WELL_FORMED.matcher(given).matches()
                                ? given
                                : UUID.randomUUID().toString(),
                        request.getRemoteAddr());
        request.setAttribute(ATTRIBUTE, exchange);
        return exchange;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
