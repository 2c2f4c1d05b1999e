package dev.surveyor.bench.inject;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that nobody has a reason to call. */
final class Listener implements AutoCloseable {

    private static final int WAITING_MAX = 50;

    private final ServerSocket server;
    private final AtomicInteger calls = new AtomicInteger();

    Listener() throws IOException {
        server = new ServerSocket(0, WAITING_MAX, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    int calls() {
        return calls.get();
    }

    private void listen() {
        try {
            while (true) {
                server.accept().close();
                calls.incrementAndGet();
            }
        } catch (IOException closed) {
            // Nobody is waited for any more.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
