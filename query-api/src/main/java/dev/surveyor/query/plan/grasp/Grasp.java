package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.read.Clues;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands questions word by word. */
public final class Grasp {

    private Grasp() {}

    /**
     * The ways to understand a question, the likeliest first; none where it asks in no known way.
     *
     * @param today the day that "last month" is counted from; null: the newest of the column
     */
    public static List<Understood> of(
            Lookup lookup, Links links, Clues clues, @Nullable LocalDate today) {
        return Frame.all(Talk.of(lookup, links, clues, today)).stream()
                .sorted(Comparator.comparingDouble(Understood::cost))
                .toList();
    }
}
