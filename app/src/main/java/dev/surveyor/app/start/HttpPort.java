package dev.surveyor.app.start;

import java.io.IOException;
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
        if (!isFree(address, port)) {
            throw new StartException(taken(port));
        }
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
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
