package dev.surveyor.bench.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A free port. Below the range that systems hand to outgoing connections: there, whoever keeps
 * knocking at a port before anybody listens may one day be connected to himself.
 */
final class LoopbackPort {

    private static final int LOWEST = 12_000;
    private static final int HIGHEST = 20_000;
    private static final int TRIES_MAX = 200;

    private LoopbackPort() {}

    static int free() throws IOException {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next may be free.
            }
        }
        throw new IOException("there is no free port between " + LOWEST + " and " + HIGHEST);
    }
}
