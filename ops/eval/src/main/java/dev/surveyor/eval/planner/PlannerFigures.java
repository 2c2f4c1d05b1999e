package dev.surveyor.eval.planner;

import dev.surveyor.eval.Dialect;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.eval.ask.Asked;
import dev.surveyor.eval.ask.Score;
import dev.surveyor.eval.ask.Score.Result;
import dev.surveyor.eval.ask.Score.Standing;
import dev.surveyor.eval.databases.Databases;
import dev.surveyor.eval.parallel.Workers;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.questions.QuestionSet;
import dev.surveyor.eval.questions.Split;
import dev.surveyor.eval.sqlshape.Hardness;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The figures of the planner over a set of questions. */
final class PlannerFigures {

    private static final int PARALLEL = 2;
    private static final double SURE = 0.8;

    private final PlannerAnswers answers;
    private final QuestionSet set;
    private final Dialect dialect;
    private final List<Question> questions;

    PlannerFigures(PlannerAnswers answers, QuestionSet set, Dialect dialect, int sample) {
        this.answers = answers;
        this.set = set;
        this.dialect = dialect;
        questions =
                IntStream.range(0, set.questions().size())
                        .filter(i -> i % sample == 0)
                        .mapToObj(i -> set.questions().get(i))
                        .toList();
    }

    ResultLine right(PrintWriter out, @Nullable Path failures) {
        List<PlannerRun.Asked> asked = ask(set.databases(), questions, Function.identity());
        List<Score> scores = asked.stream().map(PlannerRun.Asked::score).toList();
        Asked all = new Asked(scores);
        out.print(all.table());
        if (failures != null) {
            write(failures, asked);
        }
        List<Score> counted = counted(scores);
        List<Score> sure = counted.stream().filter(PlannerFigures::isSure).toList();
        ResultLine line =
                ResultLine.empty()
                        .withPercent("accuracy", all.accuracy())
                        .withPercent("easy", all.accuracyOf(Hardness.EASY))
                        .withPercent(
                                "sure_right",
                                share(sure.stream().filter(Score::right).toList(), sure))
                        .withPercent("sure_share", share(sure, counted))
                        .withMillis("p50_ms", millis(asked, 50))
                        .withMillis("p95_ms", millis(asked, 95))
                        .with(
                                "failed",
                                scores.stream()
                                        .filter(score -> score.result() == Result.FAILED)
                                        .count());
        return dialect == Dialect.POSTGRES ? withBoth(line, asked) : line;
    }

    /** The questions whose gold is the same for both, on both. */
    private ResultLine withBoth(ResultLine line, List<PlannerRun.Asked> asked) {
        List<Question> same =
                questions.stream().filter(question -> question.gold().sameOnPostgres()).toList();
        List<String> ids = same.stream().map(Question::id).toList();
        List<Score> postgres =
                counted(
                        asked.stream()
                                .map(PlannerRun.Asked::score)
                                .filter(score -> ids.contains(score.id()))
                                .toList());
        List<Score> sqlite =
                counted(
                        ask(set.goldDatabases(), same, Function.identity()).stream()
                                .map(PlannerRun.Asked::score)
                                .toList());
        return line.withPercent(
                        "accuracy_pg",
                        share(postgres.stream().filter(Score::right).toList(), postgres))
                .withPercent(
                        "accuracy_same_sqlite",
                        share(sqlite.stream().filter(Score::right).toList(), sqlite));
    }

    ResultLine wrongDatabase(PrintWriter out) {
        List<String> ids =
                set.questions().stream()
                        .map(Question::database)
                        .distinct()
                        .filter(id -> set.databases().access(id) != null)
                        .sorted(Split.order())
                        .toList();
        Map<String, String> next = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            next.put(ids.get(i), ids.get((i + 1) % ids.size()));
        }
        List<Score> scores =
                counted(
                        ask(set.databases(), questions, id -> next.getOrDefault(id, id)).stream()
                                .map(PlannerRun.Asked::score)
                                .toList());
        List<Score> declined =
                scores.stream()
                        .filter(score ->
                                score.result() == Result.DECLINED
                                        || score.result() == Result.CLARIFIED)
                        .toList();
        out.println(scores.size() + " questions asked of a wrong database");
        return ResultLine.empty().withPercent("wrong_db_declined", share(declined, scores));
    }

    private List<PlannerRun.Asked> ask(
            Databases databases, List<Question> asked, Function<String, String> askedOf) {
        Map<String, PlannerRun.Asked> found = new ConcurrentHashMap<>();
        Workers.run(
                asked,
                PARALLEL,
                () ->
                        new PlannerRun(
                                answers,
                                set,
                                databases,
                                askedOf,
                                each -> found.put(each.question().id(), each)));
        return asked.stream()
                .map(question -> found.get(question.id()))
                .filter(each -> each != null)
                .toList();
    }

    private static List<Score> counted(Collection<Score> scores) {
        return scores.stream().filter(score -> score.standing() == Standing.COUNTED).toList();
    }

    private static boolean isSure(Score score) {
        return score.confidence() != null && score.confidence() >= SURE;
    }

    private static OptionalDouble share(Collection<Score> part, Collection<Score> whole) {
        return whole.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) part.size() / whole.size());
    }

    private static OptionalDouble millis(List<PlannerRun.Asked> asked, int percent) {
        long[] sorted = asked.stream().mapToLong(PlannerRun.Asked::planNanos).sorted().toArray();
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(sorted[(sorted.length * percent + 99) / 100 - 1] / 1e6);
    }

    private static void write(Path file, List<PlannerRun.Asked> asked) {
        List<String> lines = new ArrayList<>();
        for (PlannerRun.Asked each : asked) {
            Score score = each.score();
            if ((!score.right() && score.standing() == Standing.COUNTED)
                    || score.result() == Result.FAILED) {
                lines.add(
                        String.join(
                                "\t",
                                score.hardness().word(),
                                score.database(),
                                each.question().wording(),
                                String.valueOf(each.question().gold().sql()),
                                String.valueOf(score.sql()),
                                String.valueOf(score.reason())));
            }
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new EvaluationException("Cannot write " + file + ": " + e, e);
        }
    }
}
