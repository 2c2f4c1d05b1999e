package dev.surveyor.sources;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one session: they go to one checked address whatever a name says, and can all be
 * dropped when the other side does not let go. Drivers that want a factory's class name find this
 * by its token.
 */
public final class Sockets implements AutoCloseable {

    private static final Map<String, Sockets> BY_TOKEN = new ConcurrentHashMap<>();

    private final String token = UUID.randomUUID().toString();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final @Nullable InetAddress address;
    private volatile boolean dropped;

    private Sockets(@Nullable InetAddress address) {
        this.address = address;
    }

    /** Sockets to this address, or to wherever they are asked to go. */
    public static Sockets to(@Nullable InetAddress address) {
        Sockets sockets = new Sockets(address);
        BY_TOKEN.put(sockets.token, sockets);
        return sockets;
    }

    /** What {@link #create(String)} knows these by until they are closed. */
    public String token() {
        return token;
    }

    /** A socket of those with this token, not connected yet. */
    public static Socket create(String token) throws IOException {
        Sockets sockets = BY_TOKEN.get(token);
        if (sockets == null) {
            throw new SocketException("the session has ended");
        }
        return sockets.create();
    }

    private Socket create() throws IOException {
        forgetClosed();
        Socket socket = new BoundSocket();
        open.add(socket);
        if (dropped) {
            socket.close();
        }
        return socket;
    }

    private void forgetClosed() {
        for (Iterator<Socket> sockets = open.iterator(); sockets.hasNext(); ) {
            if (sockets.next().isClosed()) {
                sockets.remove();
            }
        }
    }

    /** Cuts all connections at once, without a word to the other side. */
    public void drop() {
        dropped = true;
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    public boolean dropped() {
        return dropped;
    }

    /** Drops what is left and forgets the token. */
    @Override
    public void close() {
        BY_TOKEN.remove(token);
        drop();
    }

    private final class BoundSocket extends Socket {

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
            if (address != null && endpoint instanceof InetSocketAddress wanted) {
                super.connect(new InetSocketAddress(address, wanted.getPort()), timeoutMillis);
            } else {
                super.connect(endpoint, timeoutMillis);
            }
        }
    }
}
