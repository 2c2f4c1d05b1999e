package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import dev.surveyor.llm.Cancellation;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Lines that a person types, with what they typed before at hand, also from the last time. */
final class TypedLines implements Lines {

    private static final int REMEMBERED_MAX = 1_000;
    private static final String PROMPT = "ask> ";

    private final Terminal terminal;
    private final LineReader reader;

    /**
     * @param home folder of the person, in which what they type is kept for themselves only
     */
    TypedLines(Path home) {
        try {
            terminal = TerminalBuilder.builder().system(true).build();
        } catch (IOException e) {
            throw new StartException("The terminal cannot be opened: " + e.getMessage(), e);
        }
        DefaultParser asItIs = new DefaultParser();
        asItIs.setEscapeChars(new char[0]);
        asItIs.setQuoteChars(new char[0]);
        LineReaderBuilder builder =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .parser(asItIs)
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .variable(LineReader.HISTORY_SIZE, REMEMBERED_MAX)
                        .variable(LineReader.HISTORY_FILE_SIZE, REMEMBERED_MAX);
        history(home).ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        reader = builder.build();
    }

    /** Empty where none can be kept: asking goes on without. */
    static Optional<Path> history(Path home) {
        Path file = home.resolve(".surveyor").resolve("questions");
        try {
            if (!Files.exists(file) && Files.isDirectory(home)) {
                if (!Files.exists(file.getParent())) {
                    Files.createDirectory(file.getParent(), permissions("rwx------"));
                }
                Files.createFile(file, permissions("rw-------"));
            }
            return Optional.of(file).filter(Files::isWritable);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] permissions(String text) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public @Nullable String next() {
        while (true) {
            try {
                return reader.readLine(PROMPT);
            } catch (UserInterruptException e) {
                terminal.writer().println("(\\q or Ctrl-D ends)");
            } catch (EndOfFileException e) {
                return null;
            }
        }
    }

    @Override
    public <T> T during(Cancellation cancellation, Supplier<T> work) {
        Terminal.SignalHandler before =
                terminal.handle(Terminal.Signal.INT, signal -> cancellation.cancel());
        try {
            return work.get();
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new StartException("The terminal cannot be closed: " + e.getMessage(), e);
        }
    }
}
