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

        void event(String name, String data);
    }

    /** An event that the end of the stream cuts off is none. */
    static void read(InputStream stream, Sink sink) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    sink.event(name, data.toString());
                }
                name = "";
                data.setLength(0);
            } else if (!line.startsWith(COMMENT)) {
                switch (field(line)) {
                    case "event" -> name = value(line);
                    case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value(line));
                    default -> {
                        // Numbers of events are for those who come back.
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
