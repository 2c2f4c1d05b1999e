package dev.surveyor.eval.ask;

import dev.surveyor.eval.EvaluationException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run's folder: {@code run.json} with what was asked of whom, {@code records.jsonl} with a line
 * per question as it is scored, {@code summary.json} at the end. A run that was killed goes on
 * where its last whole line ends.
 */
public final class RunFolder implements AutoCloseable {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    private final Path folder;
    private final RandomAccessFile records;
    private final Map<String, Score> scores;

    private RunFolder(Path folder, RandomAccessFile records, Map<String, Score> scores) {
        this.folder = folder;
        this.records = records;
        this.scores = scores;
    }

    /**
     * Opens the folder, new or of a run that ended early.
     *
     * @param configuration what the results hang on; a folder with another one is refused
     * @param restart whether to begin anew whatever is there
     */
    public static RunFolder open(Path folder, Map<String, String> configuration, boolean restart) {
        try {
            Files.createDirectories(folder);
            RandomAccessFile records =
                    new RandomAccessFile(folder.resolve("records.jsonl").toFile(), "rw");
            try {
                lock(folder, records);
                if (restart) {
                    records.setLength(0);
                    Files.deleteIfExists(folder.resolve("run.json"));
                }
                Files.deleteIfExists(folder.resolve("summary.json"));
                keepConfiguration(folder, configuration);
                byte[] bytes = new byte[Math.toIntExact(records.length())];
                records.readFully(bytes);
                Map<String, Score> scores = new LinkedHashMap<>();
                records.setLength(read(folder, bytes, scores));
                records.seek(records.length());
                return new RunFolder(folder, records, scores);
            } catch (IOException | RuntimeException e) {
                records.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EvaluationException("Cannot write to " + folder + ": " + e + ".", e);
        }
    }

    /** The scores of a run, whole or not, by question. */
    public static Map<String, Score> scoresIn(Path folder) {
        Path file = folder.resolve("records.jsonl");
        try {
            Map<String, Score> scores = new LinkedHashMap<>();
            read(folder, Files.readAllBytes(file), scores);
            return scores;
        } catch (IOException e) {
            throw new EvaluationException(
                    "There is no run in " + folder + ": cannot read " + file + ".", e);
        }
    }

    private static void lock(Path folder, RandomAccessFile records) throws IOException {
        try {
            FileLock lock = records.getChannel().tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // This process holds it already.
        }
        throw new EvaluationException(
                "Another run is writing to " + folder + ": wait for it or give another --out.");
    }

    private static void keepConfiguration(Path folder, Map<String, String> configuration)
            throws IOException {
        Path file = folder.resolve("run.json");
        Map<String, String> sorted = new TreeMap<>(configuration);
        if (!Files.exists(file)) {
            Path unfinished = folder.resolve("run.json.new");
            Files.writeString(unfinished, pretty(sorted));
            Files.move(unfinished, file);
            return;
        }
        Map<String, String> kept;
        try {
            kept = JSON.readValue(Files.readString(file), new TypeReference<>() {});
        } catch (JacksonException e) {
            throw new EvaluationException(
                    file + " is not what a run writes: --restart begins anew.", e);
        }
        List<String> different =
                sorted.keySet().stream()
                        .filter(name -> !Objects.equals(sorted.get(name), kept.get(name)))
                        .toList();
        if (!sorted.equals(kept)) {
            throw new EvaluationException(
                    folder
                            + " holds a run of another configuration (it differs in "
                            + String.join(", ", different.isEmpty() ? kept.keySet() : different)
                            + "): give another --out, or --restart to begin anew.");
        }
    }

    /** Reads whole lines; gives the length up to the end of the last one. */
    private static int read(Path folder, byte[] bytes, Map<String, Score> scores) {
        int start = 0;
        int number = 1;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                String line = new String(bytes, start, at - start, StandardCharsets.UTF_8);
                try {
                    Score score = JSON.readValue(line, Score.class);
                    scores.put(score.id(), score);
                } catch (JacksonException e) {
                    throw new EvaluationException(
                            folder.resolve("records.jsonl")
                                    + ", line "
                                    + number
                                    + ": is not what a run writes ("
                                    + e.getOriginalMessage()
                                    + "): --restart begins anew.",
                            e);
                }
                start = at + 1;
                number++;
            }
        }
        return start;
    }

    private static String pretty(Object value) {
        return JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value)
                + "\n";
    }

    /** What was scored before this run went on. */
    Map<String, Score> scores() {
        return scores;
    }

    /** Drops what was scored before, for a run too short to go on with an earlier one. */
    public synchronized void forget() {
        try {
            records.setLength(0);
            scores.clear();
        } catch (IOException e) {
            throw new EvaluationException("Cannot write to " + folder + ": " + e + ".", e);
        }
    }

    /** Keeps a score: once this returns, a kill of the process does not lose it. */
    public synchronized void add(Score score) {
        try {
            records.write((JSON.writeValueAsString(score) + "\n").getBytes(StandardCharsets.UTF_8));
            scores.put(score.id(), score);
        } catch (IOException e) {
            throw new EvaluationException("Cannot write to " + folder + ": " + e + ".", e);
        }
    }

    public void writeSummary(Record summary) {
        try {
            Files.writeString(folder.resolve("summary.json"), pretty(summary));
        } catch (IOException e) {
            throw new EvaluationException("Cannot write to " + folder + ": " + e + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new EvaluationException("Cannot write to " + folder + ": " + e + ".", e);
        }
    }
}
