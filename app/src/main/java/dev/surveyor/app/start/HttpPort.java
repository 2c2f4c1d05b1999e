package dev.surveyor.app.start;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether the HTTP port can be had, asked before anything is started for it. */
public final class HttpPort {

    private static final int NEIGHBOURS_MAX = 50;
    private static final int HIGHEST = 65_535;

    private HttpPort() {}

    static String taken(int port) {
        return "Port " + port + " is taken: name another with --port, or stop what listens there.";
    }

    static void requireFree(String address, int port) {
        try {
            listen(address, port);
        } catch (BindException e) {
            throw String.valueOf(e.getMessage()).contains("in use")
                    ? new StartException(taken(port), e)
                    : cannotListen(address, port, e);
        } catch (IOException e) {
            throw cannotListen(address, port, e);
        }
    }

    private static StartException cannotListen(String address, int port, IOException cause) {
        return new StartException(
                "Cannot listen on %s, port %d (%s): check surveyor.http.address and surveyor.http.port."
                        .formatted(address, port, cause),
                cause);
    }

    /** The wanted port, or else the next one that is free. */
    public static int nextFree(String address, int wanted) {
        int last = Math.min(HIGHEST, wanted + NEIGHBOURS_MAX);
        for (int port = wanted; port <= last; port++) {
            if (isFree(address, port)) {
                return port;
            }
        }
        throw new StartException(
                "Ports %d to %d are all taken: name another with --port.".formatted(wanted, last));
    }

    private static boolean isFree(String address, int port) {
        try {
            listen(address, port);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** And stops at once. */
    private static void listen(String address, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        }
    }
}
