package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import dev.surveyor.llm.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lines of a pipe or a file. */
final class PipedLines implements Lines {

    /**
     * Longer than any question and any statement may be; the rest of such a line is passed over.
     */
    private static final int LINE_CHARS_MAX = 200_000;

    private final BufferedReader reader;

    PipedLines(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** For who needs no more than its question. */
    static PipedLines none() {
        return new PipedLines(Reader.nullReader());
    }

    @Override
    public @Nullable String next() {
        try {
            StringBuilder line = new StringBuilder();
            int read = reader.read();
            if (read < 0) {
                return null;
            }
            while (read >= 0 && read != '\n') {
                if (line.length() < LINE_CHARS_MAX) {
                    line.append((char) read);
                }
                read = reader.read();
            }
            return line.toString();
        } catch (IOException e) {
            throw new StartException("The questions cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public <T> T during(Cancellation cancellation, Supplier<T> work) {
        return StopCancels.during(cancellation, work);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new StartException("The questions cannot be closed: " + e.getMessage(), e);
        }
    }
}
