package dev.surveyor.bench.ask;

import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.asked.Asker.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One question after the other, each in a conversation of its own. */
final class OneByOne {

    private static final int LITTLE_WORK_MS = 5;

    private final Asker asker;
    private final List<String> questions;
    private int next;
    private int unanswered;
    private final Set<String> quick = new LinkedHashSet<>();

    OneByOne(Asker asker, List<String> questions) {
        this.asker = asker;
        this.questions = questions;
    }

    /** What each took beyond the database; the model takes no time. */
    List<Double> take(int count) throws IOException, InterruptedException {
        List<Double> overheads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String question = questions.get(next++ % questions.size());
            Told told = asker.ask(Asker.question(question, "MODEL"));
            if (told.status() != 200) {
                throw new IOException("a question was refused: " + told.text());
            }
            if (!told.at("/kind").equals("ANSWER")) {
                unanswered++;
            } else if (told.body().path("executionTimeMs").asLong() <= LITTLE_WORK_MS) {
                quick.add(question);
            }
            overheads.add(overhead(told));
        }
        return overheads;
    }

    static double overhead(Told told) {
        return told.millis() - told.body().path("executionTimeMs").asLong();
    }

    /** Those that cost the database next to nothing. */
    List<String> ofLittleWork() {
        return List.copyOf(quick);
    }

    int unanswered() {
        return unanswered;
    }
}
