package dev.surveyor.bench.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The port of a server that can be shut and opened again while the server itself goes on. */
final class Door implements AutoCloseable {

    private static final int WAITING_MAX = 200;

    private final int behind;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listening;

    Door(int behind) throws IOException {
        this.behind = behind;
        ServerSocket first = new ServerSocket(0, WAITING_MAX, InetAddress.getLoopbackAddress());
        port = first.getLocalPort();
        listen(first);
    }

    String v1Url() {
        return "http://127.0.0.1:" + port + "/v1";
    }

    synchronized void open() throws IOException {
        if (listening == null) {
            listen(new ServerSocket(port, WAITING_MAX, InetAddress.getLoopbackAddress()));
        }
    }

    /** Whoever comes is refused, and whoever is inside is thrown out. */
    synchronized void shut() throws IOException {
        if (listening != null) {
            listening.close();
            listening = null;
        }
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void listen(ServerSocket server) {
        listening = server;
        Thread.ofVirtual().start(() -> accept(server));
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                Socket guest = server.accept();
                Socket host = new Socket(InetAddress.getLoopbackAddress(), behind);
                sockets.add(guest);
                sockets.add(host);
                Thread.ofVirtual().start(() -> relay(guest, host));
                Thread.ofVirtual().start(() -> relay(host, guest));
            }
        } catch (IOException shut) {
            // Nobody comes in any more.
        }
    }

    private void relay(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException broken) {
            // The other direction ends with this one.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        shut();
    }
}
