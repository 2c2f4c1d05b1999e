package dev.surveyor.bench.ask;

import dev.surveyor.bench.asked.Asker;
import dev.surveyor.bench.asked.Asker.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One question after the other, each in a conversation of its own. */
final class OneByOne {

    private final Asker asker;
    private final List<String> questions;
    private int next;
    private int unanswered;

    OneByOne(Asker asker, List<String> questions) {
        this.asker = asker;
        this.questions = questions;
    }

    /** What each took beyond the database; the model takes no time. */
    List<Double> take(int count) throws IOException, InterruptedException {
        List<Double> overheads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Told told =
                    asker.ask(Asker.question(questions.get(next++ % questions.size()), "MODEL"));
            if (told.status() != 200) {
                throw new IOException("a question was refused: " + told.text());
            }
            if (!told.at("/kind").equals("ANSWER")) {
                unanswered++;
            }
            overheads.add(overhead(told));
        }
        return overheads;
    }

    static double overhead(Told told) {
        return told.millis() - told.body().path("executionTimeMs").asLong();
    }

    int unanswered() {
        return unanswered;
    }
}
