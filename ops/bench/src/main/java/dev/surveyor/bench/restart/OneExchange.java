package dev.surveyor.bench.restart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One request over a connection of its own, so that it is known for sure what became of it.
 *
 * @param status 0 where none came
 * @param body of the answer, as far as it came
 */
record OneExchange(Fate fate, int status, String body) {

    private static final int CONNECT_MILLIS_MAX = 5_000;
    private static final int READ_MILLIS_MAX = 60_000;
    private static final int UNAVAILABLE = 503;

    enum Fate {
        /** The answer came whole, be it an error. */
        ANSWERED,
        /** It was told that the server is being stopped. */
        TURNED_AWAY,
        /** Nobody took the connection. */
        NOT_ACCEPTED,
        /** It was taken, and then there was neither a whole answer nor an error. */
        LOST
    }

    /**
     * What is asked.
     *
     * @param stream whether the answer is a stream of events, which must come to its last one
     */
    record Request(String method, String path, String key, String body, boolean stream) {}

    static OneExchange of(URI server, Request request) {
        try (Socket socket = new Socket()) {
            try {
                socket.connect(
                        new InetSocketAddress(server.getHost(), server.getPort()),
                        CONNECT_MILLIS_MAX);
            } catch (IOException nobody) {
                return new OneExchange(Fate.NOT_ACCEPTED, 0, "");
            }
            socket.setSoTimeout(READ_MILLIS_MAX);
            byte[] answer = answer(socket, bytes(request));
            return judge(new String(answer, StandardCharsets.UTF_8), request.stream());
        } catch (IOException closing) {
            return new OneExchange(Fate.LOST, 0, String.valueOf(closing.getMessage()));
        }
    }

    private static byte[] bytes(Request request) {
        int length = request.body().getBytes(StandardCharsets.UTF_8).length;
        String head =
                """
                %s %s HTTP/1.1
                Host: 127.0.0.1
                Connection: close
                Accept: %s
                Content-Type: application/json
                Content-Length: %d
                X-API-Key: %s

                """
                        .formatted(
                                request.method(),
                                request.path(),
                                request.stream() ? "text/event-stream" : "application/json",
                                length,
                                request.key())
                        .replace("\n", "\r\n");
        return (head + request.body()).getBytes(StandardCharsets.UTF_8);
    }

    /** All that comes until the other side closes, however it does. */
    private static byte[] answer(Socket socket, byte[] request) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            byte[] some = new byte[1 << 14];
            for (int read = socket.getInputStream().read(some);
                    read >= 0;
                    read = socket.getInputStream().read(some)) {
                answer.write(some, 0, read);
            }
        } catch (IOException broken) {
            // What came before counts: it is whole, or it is not.
            return answer.toByteArray();
        }
        return answer.toByteArray();
    }

    static OneExchange judge(String answer, boolean stream) {
        int end = answer.indexOf("\r\n\r\n");
        String[] words = answer.split(" ", 3);
        if (end < 0 || words.length < 3) {
            return new OneExchange(Fate.LOST, 0, answer);
        }
        int status = Integer.parseInt(words[1]);
        String head = answer.substring(0, end).toLowerCase(Locale.ROOT);
        String body = answer.substring(end + 4);
        if (!isWhole(head, body) || (stream && head.contains("event-stream") && !ends(body))) {
            return new OneExchange(Fate.LOST, status, body);
        }
        boolean away = status == UNAVAILABLE && body.contains("\"stopping\"");
        return new OneExchange(away ? Fate.TURNED_AWAY : Fate.ANSWERED, status, body);
    }

    private static boolean isWhole(String head, String body) {
        if (head.contains("transfer-encoding: chunked")) {
            return body.endsWith("0\r\n\r\n");
        }
        int length = head.indexOf("content-length: ");
        if (length < 0) {
            return false;
        }
        String number =
                head.substring(length + "content-length: ".length()).lines().findFirst().orElse("");
        return body.getBytes(StandardCharsets.UTF_8).length == Integer.parseInt(number.strip());
    }

    private static boolean ends(String events) {
        return events.contains("event:complete") || events.contains("event:error");
    }
}
