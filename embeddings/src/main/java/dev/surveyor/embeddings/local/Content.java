package dev.surveyor.embeddings.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * Bytes in a jar or a file, known by their checksum. That of a jar's entry is read off the jar.
 *
 * @param where a URI, for a URL compares by asking the network for hosts
 */
record Content(URI where, long size, long checksum) {

    static Content of(URI where) throws IOException {
        if (where.getScheme().equals("file")) {
            Path file = Path.of(where);
            return new Content(where, Files.size(file), checksum(file));
        }
        URLConnection connection = where.toURL().openConnection();
        if (connection instanceof JarURLConnection jar) {
            return new Content(where, jar.getJarEntry().getSize(), jar.getJarEntry().getCrc());
        }
        CRC32 crc = new CRC32();
        byte[] bytes = connection.getInputStream().readAllBytes();
        crc.update(bytes);
        return new Content(where, bytes.length, crc.getValue());
    }

    static long checksum(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long step = Integer.MAX_VALUE;
            for (long at = 0; at < size; at += step) {
                MappedByteBuffer part =
                        channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(step, size - at));
                crc.update(part);
            }
        }
        return crc.getValue();
    }

    InputStream open() throws IOException {
        return where.toURL().openStream();
    }

    byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** Whether a file has just these bytes. */
    boolean isIn(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == size && checksum(file) == checksum;
    }

    String key() {
        return "%08x".formatted(checksum);
    }
}
