package dev.surveyor.app.start;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first signal ends the process in order; a second one at once. Either way the embedded store
 * stops: it notices when we are gone.
 *
 * <p>The JDK's only way to listen is {@code sun.misc.Signal}, whose use no compiler switch allows
 * without a warning: hence by reflection.
 */
final class StopSignals {

    private static final int SIGNAL_EXIT_BASE = 128;

    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);

    private static final AtomicBoolean STOPPING = new AtomicBoolean();
    private static volatile Duration longest = Duration.ofSeconds(30);

    private StopSignals() {}

    static void listen() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Method number = signal.getMethod("getNumber");
            Object stop =
                    Proxy.newProxyInstance(
                            StopSignals.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("handle")) {
                                    stop((int) number.invoke(arguments[0]));
                                }
                                return null;
                            });
            for (String name : new String[] {"INT", "TERM"}) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), stop);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has no signals to listen to", e);
        }
    }

    /** A stop that takes longer than this is ended as a second signal would end it. */
    static void endAtLatestAfter(Duration time) {
        longest = time;
    }

    private static void haltAfter(Duration time, int exitCode) {
        Thread.ofPlatform()
                .daemon()
                .name("stop-watch")
                .start(() -> {
                    long deadline = System.nanoTime() + time.toNanos();
                    for (long left = time.toNanos();
                            left > 0;
                            left = deadline - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    LOG.error("Something did not stop in time: ending without it");
                    Runtime.getRuntime().halt(exitCode);
                });
    }

    private static void stop(int signalNumber) {
        int exitCode = SIGNAL_EXIT_BASE + signalNumber;
        if (STOPPING.compareAndSet(false, true)) {
            LOG.info("Stopping: answers under way may finish; a second signal ends it at once");
            haltAfter(longest, exitCode);
            Thread.ofPlatform().name("stop").start(() -> System.exit(exitCode));
        } else {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
