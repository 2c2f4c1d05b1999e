package dev.surveyor.bench.connections;

import dev.surveyor.bench.server.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Carries changes out, one after the other.
 *
 * @param friend with whom connections are shared
 * @param rotate the command that rotates the keys
 */
record ChangeClient(Api admin, String friend, List<String> rotate, Path log) {

    private static final int ROTATE_SECONDS_MAX = 60;
    private static final String PATH = "/connections";

    /** It leads to a port where nobody listens: only what is saved matters here. */
    Api.Answer create(String name) throws IOException, InterruptedException {
        return admin.post(
                PATH,
                Map.of(
                        "name", name,
                        "kind", "postgresql",
                        "host", "127.0.0.1",
                        "port", 1,
                        "database", "none",
                        "username", "nobody",
                        "password", "sealed"));
    }

    /** Whether it went well as far as anybody was told. */
    boolean carryOut(Act.Kind kind, String name, String id)
            throws IOException, InterruptedException {
        return switch (kind) {
            case CREATE -> create(name).good();
            case SHARE ->
                    admin.post(
                                    PATH + "/" + id + "/shares",
                                    Map.of("userId", friend, "right", "VIEW"))
                            .good();
            case DELETE -> admin.delete(PATH + "/" + id).good();
            case ROTATE -> rotateKeys();
        };
    }

    boolean rotateKeys() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(rotate)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return process.waitFor(ROTATE_SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
