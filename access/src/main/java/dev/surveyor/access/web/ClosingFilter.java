package dev.surveyor.access.web;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import dev.surveyor.access.Closing;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts the exchanges under way. While the house closes it waits for them, and tells whoever comes
 * then to come again later. It does so for a moment after the last one has left: whoever heard an
 * answer and asks on finds somebody who tells them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ClosingFilter extends OncePerRequestFilter implements SmartLifecycle {

    private static final Duration TOLD = Duration.ofMillis(400);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Closing closing;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile long lastLeft;
    private volatile boolean running;

    ClosingFilter(Closing closing) {
        this.closing = closing;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (closing.begun()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            ProblemWriter.write(
                    response,
                    AccessException.retryAfter(
                            Code.STOPPING,
                            COME_AGAIN,
                            "This server is being stopped: try again in a moment."));
            return;
        }
        underWay.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Leaving());
            } else {
                left();
            }
        }
    }

    private void left() {
        lastLeft = System.nanoTime();
        underWay.decrementAndGet();
    }

    /** Whoever asks how we are is answered to the end. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(CredentialFilter.HEALTH) || path.startsWith("/actuator/health");
    }

    /** Counts an exchange that goes on without its thread. */
    private final class Leaving implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            left();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public void stop(Runnable stopped) {
        lastLeft = System.nanoTime();
        Thread.ofPlatform()
                .name("exchanges-end")
                .start(() -> {
                    closing.await(
                            Duration.ZERO,
                            () ->
                                    underWay.get() == 0
                                            && System.nanoTime() - lastLeft >= TOLD.toNanos());
                    stop();
                    stopped.run();
                });
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
