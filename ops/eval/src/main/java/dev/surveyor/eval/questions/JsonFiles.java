package dev.surveyor.eval.questions;

import dev.surveyor.eval.EvaluationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads files of JSON objects one object at a time, however large the file. */
final class JsonFiles {

    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonNode.class);

    private static final ObjectReader PIECES =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonNode.class);

    private JsonFiles() {}

    /** An object per line; empty lines are skipped. */
    static void readLines(Path file, Consumer<Fields> reader) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            readLines(file.toString(), lines, reader);
        } catch (CharacterCodingException e) {
            throw new EvaluationException(file + " is not UTF-8.", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * The same, of what is open already.
     *
     * @param file what to call it where something is wrong
     */
    static void readLines(String file, BufferedReader lines, Consumer<Fields> reader)
            throws IOException {
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                reader.accept(fields(place(file, number), line));
            }
            number++;
        }
    }

    private static Fields fields(String place, String line) {
        try {
            JsonNode node = JSON.readValue(line);
            if (!node.isObject()) {
                throw new EvaluationException(place + ": must be a JSON object.");
            }
            return new Fields(place, node);
        } catch (JacksonException e) {
            throw new EvaluationException(place + ": is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** One array of objects. */
    static void readArray(Path file, Consumer<Fields> reader) {
        try (JsonParser parser = PIECES.createParser(file)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new EvaluationException(
                        place(file.toString(), 1) + ": must be an array of objects.");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String place = place(file.toString(), parser.currentTokenLocation().getLineNr());
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    throw new EvaluationException(place + ": must be an object.");
                }
                JsonNode node = PIECES.readTree(parser);
                reader.accept(new Fields(place, node));
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable(file, unreadable);
            }
            throw new EvaluationException(
                    place(file.toString(), e.getLocation().getLineNr())
                            + ": is not JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private static EvaluationException unreadable(Path file, IOException cause) {
        return new EvaluationException("Cannot read " + file + ": " + cause + ".", cause);
    }

    private static String place(String file, int line) {
        return file + ", line " + line;
    }
}
