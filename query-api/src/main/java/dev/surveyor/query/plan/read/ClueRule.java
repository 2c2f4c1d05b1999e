package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.words.Sentence;
import java.util.List;

/** One linguistic rule: finds clues of one kind. */
interface ClueRule {

    /** All rules; what an earlier one has read a later one leaves alone. */
    List<ClueRule> ALL =
            List.of(
                    new BetweenRule(),
                    new FigureComparisonRule(),
                    new LimitRule(),
                    new ComparisonRule(),
                    new PartRule(),
                    new NegationRule(),
                    new EitherRule(),
                    new FigureRule(),
                    new DirectionRule());

    List<Clue> read(Sentence sentence);
}
