package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.query.Query;
import java.util.List;

/**
 * One way to understand a whole question.
 *
 * @param cost of what had to be supposed; smaller is better
 * @param left words that have no place in it
 * @param open what nothing in the question settles
 */
public record Understood(Query query, double cost, List<String> left, List<Doubt> open) {

    public Understood {
        left = List.copyOf(left);
        open = List.copyOf(open);
    }

    public boolean whole() {
        return left.isEmpty();
    }
}
