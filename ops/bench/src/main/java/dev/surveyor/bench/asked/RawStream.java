package dev.surveyor.bench.asked;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A stream of events over a socket of its own, which is read only when somebody says so: with no
 * more in the way than what the system buffers.
 */
public final class RawStream implements AutoCloseable {

    private static final int CONNECT_MILLIS_MAX = 10_000;
    private static final int READ_MILLIS_MAX = 30_000;
    private static final int TEXT_BYTES_MAX = 1 << 20;
    private static final int OK = 200;

    private final Socket socket;

    private RawStream(Socket socket) {
        this.socket = socket;
    }

    static RawStream open(
            URI server, String method, String path, String key, String body, int receiveBytes)
            throws IOException {
        Socket socket = new Socket();
        try {
            socket.setReceiveBufferSize(receiveBytes);
            socket.setSoTimeout(READ_MILLIS_MAX);
            socket.connect(
                    new InetSocketAddress(server.getHost(), server.getPort()), CONNECT_MILLIS_MAX);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head =
                    """
                    %s %s HTTP/1.1
                    Host: 127.0.0.1
                    Accept: text/event-stream
                    Content-Type: application/json
                    Content-Length: %d
                    X-API-Key: %s

                    """
                            .formatted(method, path, bytes.length, key)
                            .replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new RawStream(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Reads the head; whether it begins a stream. */
    public boolean begins() throws IOException {
        return status() == OK;
    }

    public int status() throws IOException {
        String[] words = readUntil("\r\n\r\n").split(" ", 3);
        return words.length < 2 ? 0 : Integer.parseInt(words[1]);
    }

    /** Reads no further than these words. */
    public String readUntil(String words) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        while (text.indexOf(words, Math.max(0, text.length() - words.length())) < 0) {
            int next = in.read();
            if (next < 0 || text.length() > TEXT_BYTES_MAX) {
                throw new IOException("the stream ended before '%s': %s".formatted(words, text));
            }
            text.append((char) next);
        }
        return text.toString();
    }

    /** Reads all that is left, as long as something comes; how many bytes. */
    public long drain() {
        long bytes = 0;
        byte[] some = new byte[1 << 16];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                bytes += read;
            }
        } catch (IOException broken) {
            // A reader that was cut off hears no end.
            return bytes;
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
