package dev.surveyor.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The program as people run it: a process of its own from the jar that was just built. */
final class SurveyorProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "surveyor.jar").toAbsolutePath();
    private static final int ANSWER_SECONDS_MAX = 120;
    private static final String END = "\u0000";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> output = new ArrayList<>();
    private final int port;

    private SurveyorProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread.ofVirtual().start(this::read);
    }

    /** Starts a command on a free port; {@code %port%} in an argument stands for that port. */
    static SurveyorProcess start(Map<String, String> environment, String... arguments) {
        try {
            int port = freePort();
            List<String> words =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-jar",
                                    JAR.toString()));
            for (String argument : arguments) {
                words.add(argument.replace("%port%", Integer.toString(port)));
            }
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("SURVEYOR_"));
            builder.environment().putAll(environment);
            return new SurveyorProcess(builder.start(), port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static SurveyorProcess serve(Path data, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--port", "%port%", "--data", data.toString()));
        arguments.addAll(List.of(more));
        return start(Map.of(), arguments.toArray(String[]::new));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException e) {
            lines.add(e.toString());
        }
        lines.add(END);
    }

    /**
     * Waits for a line that holds the text; the output so far is in the failure if there is none.
     */
    SurveyorProcess awaitLine(String text) throws InterruptedException {
        while (true) {
            String line = lines.poll(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("No line with '" + text + "' in:\n" + output());
            }
            output.add(line);
            if (line.contains(text)) {
                return this;
            }
        }
    }

    SurveyorProcess awaitAnswers() throws InterruptedException {
        return awaitLine("Surveyor answers at");
    }

    /** Types these lines and no more. */
    SurveyorProcess say(String lines) throws IOException {
        try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(lines);
        }
        return this;
    }

    /** The exit code, once the process has ended by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("Still running; it said:\n" + output());
        }
        return process.exitValue();
    }

    /** All that it said, once it has ended by itself. */
    String awaitEnd() throws InterruptedException {
        for (String line = next(); !line.equals(END); line = next()) {
            output.add(line);
        }
        return output();
    }

    private String next() throws InterruptedException {
        String line = lines.poll(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("It went silent after:\n" + output());
        }
        return line;
    }

    String output() {
        lines.drainTo(output);
        output.remove(END);
        return String.join("\n", output);
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Stops it the way an operator does. */
    int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** The embedded server's main process. */
    static ProcessHandle postmaster(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
