package dev.surveyor.schedules.notice;

import dev.surveyor.connections.Destinations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Posts one message. Written on sockets because clients look a host up again after it was checked:
 * this one goes to the checked address, while the certificate is still checked against the name. It
 * reads the status and nothing else, so that it follows no redirect.
 */
@Component
class WebhookCall {

    private static final int STATUS_LINE_MAX = 4096;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final Destinations destinations;
    private final Supplier<SSLSocketFactory> encryption;

    @Autowired
    WebhookCall(Destinations destinations) {
        this(destinations, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * Makes one.
     *
     * @param encryption which certificates are trusted; asked for with the first call
     */
    WebhookCall(Destinations destinations, Supplier<SSLSocketFactory> encryption) {
        this.destinations = destinations;
        this.encryption = encryption;
    }

    /**
     * Sends it.
     *
     * @param timeout for the whole
     * @return the status
     * @throws dev.surveyor.connections.ConnectionsException when the address is not allowed
     */
    int post(URI url, Map<String, String> headers, String body, Duration timeout)
            throws IOException {
        List<InetAddress> addresses = destinations.of(url.getHost());
        Deadline deadline = new Deadline(System.nanoTime() + timeout.toNanos());
        try (Socket plain = new Socket()) {
            plain.connect(
                    new InetSocketAddress(addresses.getFirst(), port(url)), deadline.millis());
            plain.setSoTimeout(deadline.millis());
            if (!isEncrypted(url)) {
                return exchange(plain, url, headers, body, deadline);
            }
            try (Socket encrypted = encrypted(plain, url)) {
                return exchange(encrypted, url, headers, body, deadline);
            }
        }
    }

    private static boolean isEncrypted(URI url) {
        return url.getScheme().equalsIgnoreCase("https");
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return isEncrypted(url) ? 443 : 80;
    }

    private Socket encrypted(Socket plain, URI url) throws IOException {
        SSLSocket socket =
                (SSLSocket) encryption.get().createSocket(plain, url.getHost(), port(url), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int exchange(
            Socket socket, URI url, Map<String, String> headers, String body, Deadline deadline)
            throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder();
        head.append("POST ").append(target(url)).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
        head.append("Connection: close\r\n");
        head.append("Content-Type: application/json\r\n");
        head.append("Content-Length: ").append(content.length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(content);
        socket.getOutputStream().flush();
        return status(socket, deadline);
    }

    private static String target(URI url) {
        String path =
                url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** A receiver that drips its answer is not waited for any longer than one that says nothing. */
    private static int status(Socket socket, Deadline deadline) throws IOException {
        InputStream answer = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < STATUS_LINE_MAX) {
            socket.setSoTimeout(deadline.millis());
            int next = answer.read();
            if (next < 0 || next == '\n') {
                break;
            }
            line.write(next);
        }
        Matcher status = STATUS_LINE.matcher(line.toString(StandardCharsets.US_ASCII).strip());
        if (!status.matches()) {
            throw new IOException("it does not answer in HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    /** When it has to be over. */
    private record Deadline(long nanoTime) {

        int millis() throws SocketTimeoutException {
            long left = Duration.ofNanos(nanoTime - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new SocketTimeoutException("it took too long to answer");
            }
            return Math.toIntExact(left);
        }
    }
}
