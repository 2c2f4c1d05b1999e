package dev.surveyor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The newest result of each experiment: a text for people, the same as JSON for programs. */
record ResultFolder(Path path) {

    private static final String JSON = ".json";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    void keep(String experiment, Result result) throws IOException {
        Files.createDirectories(path);
        Files.writeString(path.resolve(experiment + ".txt"), result.text());
        Files.writeString(
                path.resolve(experiment + JSON), MAPPER.writeValueAsString(result) + "\n");
    }

    /** In the order of the files' names. */
    List<Result> readAll() throws IOException {
        List<Result> results = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file :
                        files.filter(file -> file.toString().endsWith(JSON)).sorted().toList()) {
                    results.add(read(file));
                }
            }
        }
        return results;
    }

    private static Result read(Path file) throws IOException {
        try {
            return MAPPER.readValue(Files.readString(file), Result.class);
        } catch (JacksonException e) {
            throw new IOException(
                    "%s is not a result (%s): delete it and run its experiment again."
                            .formatted(file, e.getOriginalMessage()),
                    e);
        }
    }
}
