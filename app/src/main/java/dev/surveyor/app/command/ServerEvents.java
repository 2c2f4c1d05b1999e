package dev.surveyor.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads a stream of server-sent events until it ends. */
final class ServerEvents {

    private static final String COMMENT = ":";

    private ServerEvents() {}

    /** Takes one event after the other. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes one.
         *
         * @param id of the last event that had one, after which whoever comes back goes on; empty:
         *     none had
         */
        void event(String id, String name, String data);
    }

    /** It broke off in the middle: whoever comes back may go on where they were. */
    static final class BrokenOffException extends IOException {

        private static final long serialVersionUID = 1L;

        BrokenOffException(IOException cause) {
            super("the stream of events broke off", cause);
        }
    }

    /** An event that the end of the stream cuts off is none. */
    static void read(InputStream stream, Sink sink) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        String id = "";
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    sink.event(id, name, data.toString());
                }
                name = "";
                data.setLength(0);
            } else if (!line.startsWith(COMMENT)) {
                switch (field(line)) {
                    case "id" -> id = value(line);
                    case "event" -> name = value(line);
                    case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value(line));
                    default -> {
                        // How long to wait before one comes back is our own matter.
                    }
                }
            }
        }
    }

    private static String field(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    private static String value(String line) {
        int colon = line.indexOf(':');
        String value = colon < 0 ? "" : line.substring(colon + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
