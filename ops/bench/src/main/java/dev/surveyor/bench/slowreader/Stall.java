package dev.surveyor.bench.slowreader;

import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.asked.RawStream;
import dev.surveyor.bench.night.SourceServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One reader who reads until rows begin to come, and no further. */
final class Stall {

    private static final int ROWS_MAX = 10_000;
    private static final int RECEIVE_BYTES = 8 * 1024;
    private static final int SECONDS_MAX = 60;
    private static final long POLL_MILLIS = 10;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;
    private static final Pattern RUN = Pattern.compile("\"runId\":\"([0-9a-f-]{36})\"");
    private static final Pattern CODE =
            Pattern.compile("event: ?error\\R.*?\"code\":\"([a-z-]+)\"", Pattern.DOTALL);

    /** What is not at rest: between two portions of rows a query is idle in its transaction. */
    private static final String UNDER_WAY =
            """
            SELECT count(*) FROM pg_stat_activity
             WHERE datname = 'wide' AND usename = 'night_reader' AND state <> 'idle'
            """;

    /**
     * What came of it.
     *
     * @param seconds from the last byte that was read until the database did nothing more
     * @param waitingMebibytes events of the run that its reader never got
     * @param end how the run ended
     */
    record Outcome(double seconds, double waitingMebibytes, String end) {}

    /** The database that is asked. */
    @FunctionalInterface
    interface Source {

        /** How many queries of ours are not over. */
        long underWay() throws IOException;

        static Source of(SourceServer server) {
            return () -> server.count("postgres", UNDER_WAY);
        }
    }

    private final Asker asker;
    private final Source source;

    Stall(Asker asker, Source source) {
        this.asker = asker;
        this.source = source;
    }

    Outcome once() throws IOException, InterruptedException {
        Map<String, Object> question = Asker.question("Which words are on the pages?", "MODEL");
        question.put("maxRows", ROWS_MAX);
        try (RawStream stream = asker.stream(question, RECEIVE_BYTES)) {
            String begin = stream.readUntil("event:rows");
            Matcher run = RUN.matcher(begin);
            if (!run.find()) {
                throw new IOException("the stream does not tell its run: " + begin);
            }
            long stalled = System.nanoTime();
            double seconds = awaitNoQuery(stalled);
            String events = replayed(run.group(1));
            long read = begin.length() + stream.drain();
            Matcher code = CODE.matcher(events);
            return new Outcome(
                    seconds,
                    (events.length() - read) / BYTES_PER_MEBIBYTE,
                    code.find() ? code.group(1) : "answered");
        }
    }

    private double awaitNoQuery(long since) throws IOException, InterruptedException {
        while (source.underWay() > 0) {
            if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(SECONDS_MAX)) {
                return SECONDS_MAX;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return (System.nanoTime() - since) / NANOS_PER_SECOND;
    }

    /** All events of the run, for somebody who reads. */
    private String replayed(String run) throws IOException, InterruptedException {
        return asker.get("/runs/" + run + "/events").text();
    }
}
