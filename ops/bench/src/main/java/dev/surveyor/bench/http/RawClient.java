package dev.surveyor.bench.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Sends what no well-behaved client would, each call over a connection of its own. */
record RawClient(URI server) {

    private static final int ANSWER_MILLIS_MAX = 30_000;
    private static final int BUFFER_BYTES = 8192;
    private static final int ANSWER_BYTES_MAX = 10_000_000;

    /** What came back: an answer, or none. */
    sealed interface Outcome {}

    /** Header names are in lower case. */
    record Answered(int status, Map<String, String> headers, String body) implements Outcome {

        String mediaType() {
            String type = headers.getOrDefault("content-type", "");
            return type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        }
    }

    record Dropped(String how) implements Outcome {}

    Outcome send(RawCall call) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            write(socket, call.wire(server.getAuthority()));
            return answer(readAll(socket));
        }
    }

    /** A server that has read enough may close its half; its answer counts all the same. */
    private static void write(Socket socket, String wire) throws IOException {
        try {
            socket.getOutputStream().write(wire.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (SocketException e) {
            if (socket.isInputShutdown()) {
                throw e;
            }
        }
    }

    private static String readAll(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(buffer);
                    read >= 0 && all.size() < ANSWER_BYTES_MAX;
                    read = in.read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (SocketException | SocketTimeoutException e) {
            // What came before counts; nothing is a dropped connection.
            return all.toString(StandardCharsets.ISO_8859_1);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    static Outcome answer(String wire) {
        int end = wire.indexOf("\r\n\r\n");
        if (!wire.startsWith("HTTP/1.1 ") || end < 0) {
            return new Dropped(wire.isEmpty() ? "no answer" : "half an answer");
        }
        String[] lines = wire.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
        String rest = wire.substring(end + 4);
        boolean chunked = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
        return new Answered(status, Map.copyOf(headers), utf8(chunked ? unchunked(rest) : rest));
    }

    private static String unchunked(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int lineEnd = chunks.indexOf("\r\n", at);
            if (lineEnd < 0) {
                break;
            }
            int size = Integer.parseInt(chunks.substring(at, lineEnd).strip(), 16);
            int from = lineEnd + 2;
            int to = Math.min(from + size, chunks.length());
            body.append(chunks, from, to);
            at = size == 0 ? chunks.length() : to + 2;
        }
        return body.toString();
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
