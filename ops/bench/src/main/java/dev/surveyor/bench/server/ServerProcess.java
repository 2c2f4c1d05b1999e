package dev.surveyor.bench.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One start of a server on a data folder. The launcher replaces itself by the server, so that this
 * process is the server's own.
 */
public final class ServerProcess {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int STOP_SECONDS_MAX = 60;
    private static final int CONNECT_MILLIS_MAX = 1000;
    private static final int READ_MILLIS_MAX = 10_000;
    private static final long POLL_MILLIS = 5;

    private final Process process;
    private final URL health;
    private final Path log;
    private final long begin;

    private ServerProcess(Process process, URL health, Path log, long begin) {
        this.process = process;
        this.health = health;
        this.log = log;
        this.begin = begin;
    }

    /**
     * Starts the command, which takes {@code --port} and {@code --data}, on a free port.
     *
     * @param log file for what it says
     */
    public static ServerProcess start(List<String> command, Path data, Path log)
            throws IOException {
        int port = LoopbackPort.free();
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        URL health = URI.create("http://127.0.0.1:" + port + "/api/v1/system/health").toURL();
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new ServerProcess(process, health, log, begin);
    }

    /**
     * Waits for an answer that came out of the database.
     *
     * @return seconds since the start
     * @throws IOException when the process ended, or did not answer in time
     */
    public double awaitAnswer(int secondsMax) throws IOException, InterruptedException {
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IOException(
                        "the server ended with %d before it answered: see %s under ops/bench/target"
                                .formatted(process.exitValue(), log.getFileName()));
            }
            if (secondsSinceStart() > secondsMax) {
                throw new IOException(
                        "the server did not answer within %d s: see %s under ops/bench/target"
                                .formatted(secondsMax, log.getFileName()));
            }
            Thread.sleep(POLL_MILLIS);
        }
        return secondsSinceStart();
    }

    /** Where it answers. */
    public String url() {
        return "http://" + health.getAuthority();
    }

    public long pid() {
        return process.pid();
    }

    /** Its children as of now. */
    public List<ProcessHandle> children() {
        return process.children().toList();
    }

    /** As {@code kill -9} does; returns when the process is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    }

    /** In order; one that does not obey is killed. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private double secondsSinceStart() {
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }

    private boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) health.openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS_MAX);
            connection.setReadTimeout(READ_MILLIS_MAX);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
