package dev.surveyor.bench.startup;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One start of a server, timed from outside, and its stop. */
final class ServerProcess {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;
    private static final int ANSWER_SECONDS_MAX = 120;
    private static final int STOP_SECONDS_MAX = 60;
    private static final long POLL_MILLIS = 5;
    private static final long IDLE_MILLIS = 3000;

    /** What one start showed. */
    record Measured(double firstAnswerSeconds, double residentMebibytes) {}

    private ServerProcess() {}

    /** Starts the command, waits for an answer that came out of the database, stops it. */
    static Measured measure(List<String> command, Path data)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        URL health = URI.create("http://127.0.0.1:" + port + "/api/v1/system/health").toURL();

        Path log = data.resolveSibling("startup-server.log");
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            while (!answers(health)) {
                if (!process.isAlive() || secondsSince(begin) > ANSWER_SECONDS_MAX) {
                    throw new IOException(
                            String.join(" ", words)
                                    + " does not answer; it said what is in "
                                    + log);
                }
                Thread.sleep(POLL_MILLIS);
            }
            double firstAnswer = secondsSince(begin);
            Thread.sleep(IDLE_MILLIS);
            return new Measured(firstAnswer, residentMebibytes(process.pid()));
        } finally {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }

    private static boolean answers(URL health) {
        try {
            HttpURLConnection connection = (HttpURLConnection) health.openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(ANSWER_SECONDS_MAX * 1000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As ps tells it: the same on every system we run on. */
    private static double residentMebibytes(long pid) throws IOException {
        Process process = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String kibibytes =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return Long.parseLong(kibibytes) / KIBIBYTES_PER_MEBIBYTE;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
