package dev.surveyor.bench.slowreader;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.asked.AskedServer;
import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.slowreader.Stall.Outcome;
import dev.surveyor.scripted.Reply;
import dev.surveyor.scripted.ScriptedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Readers of a stream who stop reading while wide rows keep coming: each must be cut off when a
 * megabyte waits for it, and its query must be gone from the database.
 */
public final class SlowReaderExperiment implements FaultExperiment {

    private static final String DATABASE = "wide";
    private static final int TIMES_USUAL = 5;
    private static final int WIDTHS = 12;

    @Override
    public String name() {
        return "slow-reader";
    }

    @Override
    public String summary() {
        return "Stops reading answers while their rows come; waits until their queries are gone.";
    }

    @Override
    public int timesUsual() {
        return TIMES_USUAL;
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        try (ScriptedModel model = ScriptedModel.start();
                AskedServer server =
                        AskedServer.start(
                                workplace.home(),
                                name(),
                                model.v1Url(),
                                "400m",
                                List.of(),
                                workplace.progress())) {
            server.source().database(DATABASE, statements());
            String connection = server.surveyed(server.source().fields("wide", DATABASE));
            try (Asker asker = server.asker(connection)) {
                return stallAll(
                        workplace, model, new Stall(asker, Stall.Source.of(server.source())));
            }
        }
    }

    private static List<String> statements() {
        return List.of(
                """
                CREATE TABLE pages AS
                SELECT n AS page_id, string_agg(md5(n::text || k::text), '') AS words
                  FROM generate_series(1, 10000) n, generate_series(1, 20) k GROUP BY n
                """,
                "ANALYZE");
    }

    static Report stallAll(Workplace workplace, ScriptedModel model, Stall stall)
            throws IOException, InterruptedException {
        Random random = new Random(workplace.seed());
        List<Double> seconds = new ArrayList<>();
        List<Double> waiting = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < workplace.times(); i++) {
            int width = 1 + random.nextInt(WIDTHS);
            model.always(
                    Reply.text(
                            "All pages.\n```sql\nSELECT page_id, repeat(words, %d) AS words FROM pages\n```"
                                    .formatted(width)));
            Outcome outcome = stall.once();
            workplace.progress().println(outcome);
            seconds.add(outcome.seconds());
            waiting.add(outcome.waitingMebibytes());
            if (!outcome.end().equals("cancelled")) {
                remarks.add(
                        "Reader %d, who should be cut off, was not: %s".formatted(i + 1, outcome));
            }
        }
        remarks.add(
                "Lost: %d of %d readers were not cut off."
                        .formatted(remarks.size(), workplace.times()));
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("cut_s", new Samples(seconds).max());
        return new Report(
                List.of(
                        new Report.Row(
                                "from the last byte read to no query", "s", new Samples(seconds)),
                        new Report.Row(
                                "events that never left the server", "MiB", new Samples(waiting))),
                remarks,
                results);
    }
}
