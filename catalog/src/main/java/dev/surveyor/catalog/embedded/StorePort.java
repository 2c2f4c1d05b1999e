package dev.surveyor.catalog.embedded;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.CatalogException.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which port the server listens on: the wanted one, or the one of the last start, or another that
 * is free. Chosen below the range that systems hand to outgoing connections, so that none of those
 * takes it between our look and the server's.
 */
record StorePort(Path file) {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES_MAX = 200;

    int choose(int wanted) throws IOException {
        if (wanted != 0) {
            if (!isFree(wanted)) {
                throw new CatalogException(
                        Code.SERVER_FAILED,
                        true,
                        "Port "
                                + wanted
                                + " is taken: set surveyor.catalog.embedded-port to a free one, or to 0.",
                        null);
            }
            return wanted;
        }
        int last = lastPort();
        if (last != 0 && isFree(last)) {
            return last;
        }
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                Files.writeString(file, port + "\n");
                return port;
            }
        }
        throw new CatalogException(
                Code.SERVER_FAILED,
                true,
                "No free port between "
                        + LOWEST
                        + " and "
                        + HIGHEST
                        + " for the embedded PostgreSQL.",
                null);
    }

    /** 0 where there was no start yet or its file says nothing usable. */
    private int lastPort() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        return text.matches("\\d{4,5}") && Integer.parseInt(text) <= 65_535
                ? Integer.parseInt(text)
                : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    new InetSocketAddress(
                            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
