package dev.surveyor.bench.killsurvey;

import dev.surveyor.bench.Fault.Workplace;
import dev.surveyor.bench.FaultExperiment;
import dev.surveyor.bench.Report;
import dev.surveyor.bench.killsurvey.KilledSurvey.Aftermath;
import dev.surveyor.bench.killsurvey.KilledSurvey.Undisturbed;
import dev.surveyor.bench.night.ChangingDatabase;
import dev.surveyor.bench.night.SourceServer;
import dev.surveyor.bench.server.ScratchFolder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Kills the process of a survey, of a database that is new to it and of one that changed, at
 * moments and at commits; the next process goes on by itself, and what it publishes must be what an
 * undisturbed survey publishes.
 */
public final class KillSurveyExperiment implements FaultExperiment {

    /** Few, as there are hundreds of runs; with those that change more than one bundle. */
    private static final int TABLES = 12;

    @Override
    public String name() {
        return "kill-survey";
    }

    @Override
    public String summary() {
        return "Kills surveys at moments and at commits; compares what becomes of them.";
    }

    @Override
    public int timesUsual() {
        return Kill.WHOLE;
    }

    @Override
    public Set<String> zeros() {
        return Set.of("different", "orphans");
    }

    @Override
    public Report run(Workplace workplace) throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.take(workplace.home(), name());
        try (SourceServer source =
                        SourceServer.start(
                                workplace.home().resolve("ops/bench/target/kill-survey-source"),
                                workplace.progress());
                KilledSurvey survey = new KilledSurvey(workplace.home(), folder)) {
            return killAll(workplace, new ChangingDatabase(source, "killed", TABLES), survey);
        } finally {
            folder.processes().kill();
        }
    }

    private static Report killAll(
            Workplace workplace, ChangingDatabase database, KilledSurvey survey)
            throws IOException, InterruptedException {
        survey.start("undisturbed");
        List<UUID> known = new ArrayList<>();
        for (int i = 1; i <= Kill.SURVEYS_MAX; i++) {
            known.add(survey.connect(database.fields("known " + i)));
        }
        Undisturbed first = survey.undisturbed(known.getFirst());
        survey.survey(known);
        String firstSha256 = survey.served(known.getFirst()).sha256();
        database.turn();
        Undisturbed again = survey.undisturbed(known.getFirst());
        survey.survey(known);
        String secondSha256 = survey.served(known.getFirst()).sha256();
        workplace
                .progress()
                .printf(
                        "Undisturbed: %.0f ms and %d commits, then %.0f ms and %d commits%n",
                        first.millis(), first.commits(), again.millis(), again.commits());

        Deque<Kill> kills =
                new ArrayDeque<>(
                        Kill.schedule(
                                workplace.times(),
                                first.commits(),
                                again.commits(),
                                workplace.seed()));
        Findings findings = new Findings(workplace.progress());
        while (!kills.isEmpty()) {
            Kill kill = kills.removeFirst();
            List<UUID> connections = new ArrayList<>();
            if (kill.again()) {
                database.turn();
                connections.addAll(known.subList(0, kill.harms().size()));
            } else {
                for (Harm harm : kill.harms()) {
                    connections.add(survey.connect(database.fields(harm.toString())));
                }
            }
            Aftermath aftermath =
                    survey.undergo(
                            kill,
                            connections,
                            database.second() ? secondSha256 : firstSha256,
                            kill.again() ? again.millis() : first.millis());
            findings.add(kill, aftermath);
            if (kill.harms().size() == 1) {
                findings.stuck(aftermath.missed());
            } else {
                aftermath.missed().forEach(harm -> kills.addLast(kill.alone(harm)));
            }
            if (kill.again()) {
                // The others are to know the same state.
                survey.survey(known.subList(kill.harms().size(), known.size()));
            }
        }
        return findings.report();
    }
}
