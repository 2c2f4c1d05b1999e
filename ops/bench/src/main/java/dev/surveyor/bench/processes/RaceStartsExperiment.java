package dev.surveyor.bench.processes;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import dev.surveyor.bench.night.GeneratedTables;
import dev.surveyor.bench.night.House;
import dev.surveyor.bench.night.SurveyClient;
import dev.surveyor.bench.server.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Two processes are asked for a survey of one connection at the same moment, again and again. */
public final class RaceStartsExperiment implements FaultExperiment {

    private static final String DATABASE = "raced";
    private static final int TABLES = 12;
    private static final int ROWS_MAX = 60;
    private static final int SURVEY_SECONDS_MAX = 60;
    private static final int LOG_IN_AGAIN_EVERY = 25;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    @Override
    public String name() {
        return "race-starts";
    }

    @Override
    public String summary() {
        return "Two processes race to survey one connection; exactly one may.";
    }

    @Override
    public int timesUsual() {
        return 100;
    }

    @Override
    public Set<String> zeros() {
        return Set.of("doubles");
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        try (House house = House.open(workplace.home(), name(), workplace.progress())) {
            house.source()
                    .database(
                            DATABASE,
                            new GeneratedTables(DATABASE, TABLES, ROWS_MAX, 5).statements());
            try (SurveyClient left = SurveyClient.of(house.start("left").uri());
                    SurveyClient right = SurveyClient.of(house.start("right").uri());
                    ExecutorService askers = Executors.newFixedThreadPool(2)) {
                String connection = left.connect(house.source().fields("raced", DATABASE));
                left.awaitCompleted(left.begin(connection, "FULL"), SURVEY_SECONDS_MAX);
                return race(workplace, left, right, connection, askers);
            }
        }
    }

    private static Report race(
            Workplace workplace,
            SurveyClient left,
            SurveyClient right,
            String connection,
            ExecutorService askers)
            throws IOException, InterruptedException {
        List<String> doubles = new ArrayList<>();
        List<Double> apart = new ArrayList<>();
        int leftWon = 0;
        for (int i = 1; i <= workplace.times(); i++) {
            if (i % LOG_IN_AGAIN_EVERY == 0) {
                left.logInAgain();
                right.logInAgain();
            }
            CyclicBarrier line = new CyclicBarrier(2);
            Future<Api.Answer> one = askers.submit(asking(left, connection, line));
            Future<Api.Answer> other = askers.submit(asking(right, connection, line));
            Api.Answer first = answer(one);
            Api.Answer second = answer(other);
            boolean leftWins = first.status() == CREATED;
            leftWon += leftWins ? 1 : 0;
            String problem = leftWins ? problem(first, second) : problem(second, first);
            if (problem != null) {
                doubles.add("race %d: %s".formatted(i, problem));
                workplace.progress().println(doubles.getLast());
            }
            apart.add(Math.abs(first.millis() - second.millis()));
            String winner = (leftWins ? first : second).text("/id");
            // Asked of the one that did not begin it: both see the same.
            (leftWins ? right : left).awaitCompleted(winner, SURVEY_SECONDS_MAX);
        }
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("races", workplace.times());
        results.put("doubles", doubles.size());
        List<String> remarks = new ArrayList<>(doubles);
        remarks.add(
                "The one process won %d of %d races. Lost: %d races without exactly one survey."
                        .formatted(leftWon, workplace.times(), doubles.size()));
        return new Report(
                List.of(new Report.Row("answers of a race apart", "ms", new Samples(apart))),
                remarks,
                results);
    }

    private static Callable<Api.Answer> asking(
            SurveyClient client, String connection, CyclicBarrier line) {
        return () -> {
            line.await();
            return client.ask(connection, "FULL");
        };
    }

    private static Api.Answer answer(Future<Api.Answer> asked)
            throws IOException, InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IOException("a process did not answer", e);
        }
    }

    private static @Nullable String problem(Api.Answer winner, Api.Answer loser)
            throws IOException {
        if (winner.status() != CREATED) {
            throw new IOException(
                    "neither process began a survey: %s, %s"
                            .formatted(winner.body(), loser.body()));
        }
        if (loser.status() == CREATED) {
            return "both began one: %s and %s".formatted(winner.text("/id"), loser.text("/id"));
        }
        boolean named =
                loser.status() == CONFLICT && loser.text("/surveyId").equals(winner.text("/id"));
        return named ? null : "the other was told " + loser.body();
    }
}
