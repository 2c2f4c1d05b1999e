package dev.surveyor.eval.guard;

import dev.surveyor.eval.EvaluationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A folder of statements, or our own. */
public record Corpus(@Nullable Path folder) {

    private static final Pattern HEAD = Pattern.compile("(?m)^-- id: ");

    /**
     * One statement.
     *
     * @param want of an attempt: {@code reject}, {@code bound} or {@code prefer}; empty otherwise
     */
    public record Block(String id, String want, String sql) {}

    /** A file of the corpus. */
    public String text(String name) {
        try {
            if (folder != null) {
                return Files.readString(folder.resolve(name));
            }
            try (InputStream stream = Corpus.class.getResourceAsStream("postgres/" + name)) {
                if (stream == null) {
                    throw new EvaluationException("Our own corpus has no " + name + ".");
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new EvaluationException(
                    "The corpus has no readable " + name + " in " + folder + ".", e);
        }
    }

    public List<Block> accepted() {
        return blocks(text("postgres_must_accept.sql"));
    }

    public List<Block> refused() {
        return blocks(text("postgres_must_reject.sql"));
    }

    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        String[] parts = HEAD.split(text, -1);
        for (int i = 1; i < parts.length; i++) {
            int line = parts[i].indexOf('\n');
            String[] fields = parts[i].substring(0, line).split("\\|", -1);
            String want = fields.length > 2 ? fields[2].strip() : "";
            blocks.add(new Block(fields[0].strip(), want, parts[i].substring(line + 1).strip()));
        }
        return blocks;
    }
}
