package dev.surveyor.pipeline.job;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.stereotype.Component;

/** The surveys that this process works on. */
@Component
public class SurveyRuns {

    /** The job's parameter that names its survey. */
    public static final String SURVEY = "survey";

    private final Map<UUID, SurveyRun> runs = new ConcurrentHashMap<>();

    private final Set<UUID> announced = ConcurrentHashMap.newKeySet();

    /** It is about to be added: until then nobody is to take it for one that was left. */
    public void announce(UUID survey) {
        announced.add(survey);
    }

    /** It was added, or will not be. */
    public void announced(UUID survey) {
        announced.remove(survey);
    }

    /** Whether this process works on it, or is about to. */
    public boolean know(UUID survey) {
        return announced.contains(survey) || runs.containsKey(survey);
    }

    public void add(SurveyRun run) {
        runs.put(run.survey().id(), run);
    }

    public void remove(SurveyRun run) {
        runs.remove(run.survey().id(), run);
    }

    public Optional<SurveyRun> of(UUID survey) {
        return Optional.ofNullable(runs.get(survey));
    }

    public Collection<SurveyRun> all() {
        return List.copyOf(runs.values());
    }

    /** The one that the step of this thread belongs to. */
    SurveyRun current() {
        StepContext context = Objects.requireNonNull(StepSynchronizationManager.getContext());
        String id = String.valueOf(context.getJobParameters().get(SURVEY));
        return of(UUID.fromString(id))
                .orElseThrow(() -> new IllegalStateException("nobody works on survey " + id));
    }
}
