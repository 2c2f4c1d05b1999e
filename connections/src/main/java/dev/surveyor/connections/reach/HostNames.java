package dev.surveyor.connections.reach;

import dev.surveyor.connections.ConnectionsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a host's name may look like, and where it leads. */
@Component
class HostNames {

    private static final int LOOK_UP_SECONDS_MAX = 5;
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\\.?");
    private static final Pattern DOTTED =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    /**
     * Whatever ends in a number is read as an address by someone: in octal, in hex, as one number.
     */
    private static final Pattern NUMBER_LAST =
            Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /**
     * Refuses what could be read in two ways.
     *
     * @return the host without the brackets of an IPv6 address
     */
    String checked(String typed) {
        String host =
                typed.startsWith("[") && typed.endsWith("]")
                        ? typed.substring(1, typed.length() - 1)
                        : typed;
        if (host.indexOf(':') >= 0) {
            if (!V6.matcher(host).matches()) {
                throw invalid();
            }
            return host;
        }
        if (DOTTED.matcher(host).matches()) {
            return host;
        }
        if (!NAME.matcher(host).matches() || NUMBER_LAST.matcher(host).matches()) {
            throw invalid();
        }
        return host;
    }

    private static ConnectionsException invalid() {
        return ConnectionsException.invalid(
                "host",
                "must be a host's name, an address such as 10.1.2.3, or an IPv6 address without a zone");
    }

    /** Whether the host is an address itself, so that nobody has to be asked. */
    boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || DOTTED.matcher(host).matches();
    }

    /**
     * All addresses of the host, asked for once.
     *
     * @throws UnknownHostException when there is none, or nobody tells in time
     */
    List<InetAddress> addresses(String host) throws UnknownHostException {
        if (isAddress(host)) {
            return List.of(literal(host));
        }
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("host-look-up").start(() -> lookUp(host, answer));
        try {
            return answer.get(LOOK_UP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    private static InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static void lookUp(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            answer.complete(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            answer.completeExceptionally(e);
        }
    }
}
