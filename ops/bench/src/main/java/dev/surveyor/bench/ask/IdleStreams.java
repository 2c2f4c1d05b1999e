package dev.surveyor.bench.ask;

import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.asked.RawStream;
import dev.surveyor.scripted.Reply;
import dev.surveyor.scripted.ScriptedModel;
import dev.surveyor.scripted.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Streams of questions whose model says nothing. */
final class IdleStreams implements AutoCloseable {

    private static final String QUESTION = "Which product is thought about for longest?";
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final int RECEIVE_BYTES = 4096;
    private static final int SOME = 50;

    private final List<RawStream> streams = new ArrayList<>();
    private int broken;

    private IdleStreams() {}

    /** Whether the model is asked by one of these. */
    static boolean isOurs(Told request) {
        return request.last().contains(QUESTION);
    }

    static IdleStreams open(ScriptedModel model, Asker asker, int count)
            throws IOException, InterruptedException {
        model.when(IdleStreams::isOurs, Reply.text("never").after(LONG));
        IdleStreams idle = new IdleStreams();
        try {
            for (int from = 0; from < count; from += SOME) {
                idle.openSome(asker, Math.min(SOME, count - from));
            }
            return idle;
        } catch (IOException e) {
            idle.close();
            throw e;
        }
    }

    /** A few at a time: those who come do so over some seconds. */
    private void openSome(Asker asker, int count) throws IOException {
        List<RawStream> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(asker.stream(Asker.question(QUESTION, "MODEL"), RECEIVE_BYTES));
        }
        streams.addAll(some);
        for (RawStream stream : some) {
            if (stream.begins()) {
                stream.readUntil("Asking ");
            } else {
                broken++;
            }
        }
    }

    /** Those that the server did not let in. */
    int broken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        for (RawStream stream : streams) {
            stream.close();
        }
    }
}
