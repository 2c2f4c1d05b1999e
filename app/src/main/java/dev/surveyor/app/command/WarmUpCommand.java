package dev.surveyor.app.command;

import dev.surveyor.app.start.HttpPort;
import dev.surveyor.app.start.RunningServer;
import dev.surveyor.app.start.Server;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does once what every start does, for the virtual machine to record it. */
@Command(
        name = "warm-up",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Starts a server, asks it a few things, stops it: what a start-up cache is recorded from.")
final class WarmUpCommand implements Callable<Integer> {

    private static final String[] PATHS = {
        "/", "/api/v1/system/health", "/api/v1/auth/me", "/no-such-path"
    };
    private static final int ROUNDS = 20;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder to start it in.")
    private Path data = Path.of("");

    @Override
    public Integer call() throws IOException {
        String port = Integer.toString(HttpPort.nextFree("127.0.0.1", 18080));
        RunningServer server =
                Server.start(
                        Map.of("surveyor.data.folder", data.toString(), "surveyor.http.port", port),
                        step -> {});
        for (int round = 0; round < ROUNDS; round++) {
            for (String path : PATHS) {
                try (InputStream answer = open(URI.create(server.url() + path))) {
                    answer.readAllBytes();
                }
            }
        }
        return 0;
    }

    /** With the simplest client there is: what it loads would only swell the cache. */
    private static InputStream open(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        InputStream answer =
                connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                        ? connection.getInputStream()
                        : connection.getErrorStream();
        return answer == null ? InputStream.nullInputStream() : answer;
    }
}
