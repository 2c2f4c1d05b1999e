package dev.surveyor.bench.functions;

import dev.surveyor.bench.Bench.Workplace;
import dev.surveyor.bench.Benchmark;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What single functions take, beside others' that do the like. */
public final class FunctionsBenchmark implements Benchmark {

    private static final int WARM_UPS = 3;
    private static final TimeValue MOMENT = TimeValue.seconds(1);

    @Override
    public String name() {
        return "functions";
    }

    @Override
    public String summary() {
        return "Single functions by JMH: the guard's verdict, the likeness of vectors.";
    }

    @Override
    public int timesUsual() {
        return 5;
    }

    @Override
    public Report run(Workplace workplace) throws IOException {
        workplace.progress().println("JMH measures in processes of its own, some seconds each");
        Map<String, Samples> nanos = measure(workplace.rounds());
        List<Report.Row> rows = new ArrayList<>();
        nanos.forEach((what, samples) -> rows.add(new Report.Row(what, "ns", samples)));
        Map<String, Number> results = new LinkedHashMap<>();
        results.put("verdict_ns", median(nanos, "verdict"));
        results.put("verdict_x", median(nanos, "parsedByLibrary") / median(nanos, "verdict"));
        results.put("likeness_ns", median(nanos, "likeness"));
        results.put("likeness_x", median(nanos, "likenessByLibrary") / median(nanos, "likeness"));
        return new Report(
                rows,
                List.of(
                        "verdict: read, bound and printed; parsedByLibrary: JSqlParser reads the same text.",
                        "likeness of 384 numbers; likenessByLibrary: Lucene's, as this process may use it."),
                results);
    }

    private static Map<String, Samples> measure(int rounds) throws IOException {
        Map<String, Samples> nanos = new LinkedHashMap<>();
        for (RunResult result : run(rounds)) {
            List<Double> samples = new ArrayList<>();
            result.getBenchmarkResults()
                    .forEach(fork ->
                            fork.getIterationResults()
                                    .forEach(iteration ->
                                            samples.add(iteration.getPrimaryResult().getScore())));
            nanos.put(result.getPrimaryResult().getLabel(), new Samples(samples));
        }
        return nanos;
    }

    private static Collection<RunResult> run(int rounds) throws IOException {
        try {
            return new Runner(
                            new OptionsBuilder()
                                    .include(FunctionsBenchmark.class.getPackageName() + "\\.")
                                    .mode(Mode.AverageTime)
                                    .timeUnit(TimeUnit.NANOSECONDS)
                                    .forks(1)
                                    .warmupIterations(WARM_UPS)
                                    .warmupTime(MOMENT)
                                    .measurementIterations(rounds)
                                    .measurementTime(MOMENT)
                                    .shouldFailOnError(true)
                                    .verbosity(VerboseMode.SILENT)
                                    .build())
                    .run();
        } catch (RunnerException e) {
            throw new IOException("JMH could not measure: " + e.getMessage(), e);
        }
    }

    private static double median(Map<String, Samples> nanos, String what) throws IOException {
        Samples samples = nanos.get(what);
        if (samples == null) {
            throw new IOException("JMH did not measure " + what);
        }
        return samples.median();
    }
}
