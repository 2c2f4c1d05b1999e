package dev.surveyor.scripted;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** How one provider puts answers into bytes. */
interface Speech {

    JsonMapper JSON = JsonMapper.builder().build();

    String contentType(boolean streamed);

    /** The whole answer as one body. */
    String whole(Told told, Reply reply, String text);

    /** What comes before the first piece of a stream. */
    String begin(Told told, Reply reply);

    String piece(Told told, String piece);

    /** What comes after the last one. */
    String end(Told told, Reply reply);

    /** Says in the middle of a stream that the provider failed. */
    String failure();

    /** The body of an answer with this status. */
    String error(int status);

    /** Something where a piece should be. */
    String gibberish();

    static List<String> pieces(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\G.{12})(?s)"));
    }
}
