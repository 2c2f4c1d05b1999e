package dev.surveyor.query.agent;

import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.LanguageModel;
import dev.surveyor.query.Answer;
import dev.surveyor.query.Observation;
import dev.surveyor.query.generate.PlainWords;
import dev.surveyor.query.generate.Rewording;
import dev.surveyor.query.keep.PersonalColumns;
import dev.surveyor.query.observe.Observations;
import java.util.List;

/** What was observed of rows, in the words of a language model where they say the same. */
record OtherWords(LanguageModel model, Ground ground, Steps steps, Cancellation cancellation) {

    Answer of(Answer answer) {
        List<String> harmless = harmless(answer);
        if (harmless.isEmpty()) {
            return answer;
        }
        List<String> said =
                steps.take(
                        "reword",
                        () -> Rewording.of(harmless, model, ground.access(), cancellation),
                        sentences -> note(harmless, sentences));
        return answer.reworded(
                answer.observations().stream()
                        .map(each -> {
                            int place = harmless.indexOf(each.message());
                            return place < 0 ? each : new Observation(each.kind(), said.get(place));
                        })
                        .toList(),
                answer.evidence().withCost(ground.access().budget().spent()),
                steps.all());
    }

    private static String note(List<String> ours, List<String> said) {
        long others = said.stream().filter(each -> !ours.contains(each)).count();
        return "%d of %d sentences".formatted(others, ours.size());
    }

    /** Those that would be said too if nobody knew the values of personal columns. */
    private List<String> harmless(Answer answer) {
        List<String> without =
                Observations.of(
                                answer.columns(),
                                answer.rows(),
                                answer.truncated(),
                                PersonalColumns.of(answer, ground.known()).cells())
                        .stream()
                        .map(each -> PlainWords.of(each.message()))
                        .toList();
        return answer.observations().stream()
                .map(Observation::message)
                .filter(without::contains)
                .toList();
    }
}
