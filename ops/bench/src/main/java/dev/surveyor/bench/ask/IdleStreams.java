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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Streams of questions whose model says nothing. */
final class IdleStreams implements AutoCloseable {

    private static final String QUESTION = "Which product is thought about for longest?";
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final int RECEIVE_BYTES = 4096;
    private static final int READERS = 5;
    private static final Pattern RUN = Pattern.compile("\"runId\":\"([0-9a-f-]{36})\"");

    private final List<RawStream> streams = new ArrayList<>();
    private int opened;
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
            while (idle.opened < count) {
                idle.openRun(asker, Math.min(READERS, count - idle.opened));
            }
            return idle;
        } catch (IOException e) {
            idle.close();
            throw e;
        }
    }

    /** A question, and several who watch it: the model has places for so many questions only. */
    private void openRun(Asker asker, int readers) throws IOException {
        RawStream first = asker.stream(Asker.question(QUESTION, "MODEL"), RECEIVE_BYTES);
        streams.add(first);
        opened += readers;
        if (!first.begins()) {
            broken += readers;
            return;
        }
        Matcher run = RUN.matcher(first.readUntil("Asking "));
        if (!run.find()) {
            throw new IOException("a stream does not tell its run");
        }
        for (int i = 1; i < readers; i++) {
            RawStream another = asker.events(run.group(1), RECEIVE_BYTES);
            streams.add(another);
            if (another.begins()) {
                another.readUntil("Asking ");
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
