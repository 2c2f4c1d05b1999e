package dev.surveyor.embeddings.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.LoggerFactory;

/**
 * What is unpacked or worked out once and used at every start. Everything in it is checked when it
 * is used and made again where it is missing or damaged; several processes may do so at once.
 */
final class CacheFolder {

    private static final String CHECKSUM = ".crc32";

    private final Path folder;

    CacheFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path subfolder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Writes the content, where the file does not hold it already. */
    void unpack(Content content, Path file) throws IOException {
        if (!content.isIn(file)) {
            Path part = Files.createTempFile(folder, "unpacked", ".part");
            try (InputStream in = content.open()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            move(part, file);
        }
    }

    /** What makes a file. */
    interface Maker {
        void make(Path file) throws IOException;
    }

    /** A file that was worked out before, or is now. */
    Path made(String name, Maker maker) throws IOException {
        Path file = Files.createDirectories(folder).resolve(name);
        Path checksum = folder.resolve(name + CHECKSUM);
        if (!isWhole(file, checksum)) {
            // Asked for only here: in a short-lived process, logging wakes as slowly as the model.
            LoggerFactory.getLogger(CacheFolder.class).info("Preparing {}", file);
            Path part = Files.createTempFile(folder, name, ".part");
            maker.make(part);
            String sum = Long.toHexString(Content.checksum(part));
            move(part, file);
            Path sumPart = Files.createTempFile(folder, name, ".part");
            Files.writeString(sumPart, sum);
            move(sumPart, checksum);
        }
        return file;
    }

    private static boolean isWhole(Path file, Path checksum) throws IOException {
        return Files.isRegularFile(file)
                && Files.isRegularFile(checksum)
                && Files.readString(checksum, StandardCharsets.ISO_8859_1)
                        .equals(Long.toHexString(Content.checksum(file)));
    }

    private static void move(Path part, Path file) throws IOException {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
