package dev.surveyor.pipeline.web;

import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.Editions;
import dev.surveyor.pipeline.EditionDump;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Sends an edition's text by way of a file: it may not fit into memory, and its length is told
 * before, so that whoever got only a part of it knows.
 */
@Component
class SpooledDump {

    private static final int AT_ONCE_MAX = 2;

    private final Editions editions;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    SpooledDump(Editions editions) {
        this.editions = editions;
    }

    void send(Edition edition, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire()) {
            throw new PipelineException(
                    Code.QUEUE_FULL,
                    true,
                    "Other editions are being printed right now: ask again in a moment.",
                    null,
                    null);
        }
        try {
            Path file = Files.createTempFile("surveyor-edition-", ".txt");
            try {
                write(edition, file);
                response.setContentType("text/plain;charset=UTF-8");
                response.setContentLengthLong(Files.size(file));
                Files.copy(file, response.getOutputStream());
            } finally {
                Files.delete(file);
            }
        } finally {
            places.release();
        }
    }

    private void write(Edition edition, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            EditionDump.write(edition, to -> editions.insights(edition, to), out);
        }
    }
}
