package dev.surveyor.query;

import dev.surveyor.query.plan.choose.Belonging;
import dev.surveyor.query.plan.choose.Ranked;
import dev.surveyor.query.plan.choose.Ranking;
import dev.surveyor.query.plan.choose.Sureness;
import dev.surveyor.query.plan.choose.Weights;
import dev.surveyor.query.plan.compose.Composer;
import dev.surveyor.query.plan.compose.Draft;
import dev.surveyor.query.plan.explain.Explanation;
import dev.surveyor.query.plan.explain.Unaccounted;
import dev.surveyor.query.plan.grasp.FollowUp;
import dev.surveyor.query.plan.grasp.Grasp;
import dev.surveyor.query.plan.join.Joins;
import dev.surveyor.query.plan.link.AskedValues;
import dev.surveyor.query.plan.link.Linker;
import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.ValueLookup;
import dev.surveyor.query.plan.read.Clues;
import dev.surveyor.query.plan.read.Reader;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.sql.SqlWriter;
import dev.surveyor.query.plan.words.Sentence;
import java.util.List;

/**
 * Answers from an edition alone, with no language model: the same question over the same edition
 * gives the same plans. For many threads.
 */
public final class Planner {

    static final int PLANS_MAX = 5;

    private final Reader reader;
    private final Ranking ranking;
    private final Sureness sureness;
    private final Belonging belonging;

    public Planner(Weights weights) {
        reader = weights.reader();
        ranking = new Ranking(weights.ranking());
        sureness = new Sureness(weights.confidence());
        belonging = new Belonging(weights.belonging());
    }

    /** With the weights that come with the program. */
    public static Planner bundled() {
        return new Planner(Weights.bundled());
    }

    public PlannerOutcome plan(String question, Lookup lookup) {
        return plan(PlannerQuestion.of(question), lookup);
    }

    public PlannerOutcome plan(PlannerQuestion question, Lookup lookup) {
        return plan(question, lookup, ValueLookup.none());
    }

    /**
     * Plans with the source's help.
     *
     * @param source asked a few times at most for texts that no column is known to hold
     */
    public PlannerOutcome plan(PlannerQuestion question, Lookup lookup, ValueLookup source) {
        String whole = FollowUp.whole(question.before(), question.text(), lookup);
        Sentence sentence = Sentence.of(whole);
        Links links = AskedValues.of(Linker.link(lookup, sentence), lookup, source);
        Clues clues = Clues.of(sentence);
        return Choice.of(
                () -> guessed(reader.read(lookup, links, clues), lookup),
                Grasp.of(lookup, links, clues, question.today()),
                lookup);
    }

    /** What the learnt pieces make of it. */
    private PlannerOutcome guessed(Reading reading, Lookup lookup) {
        List<Draft> drafts = Composer.drafts(lookup, new Joins(lookup), reading);
        List<String> unknown = Unaccounted.words(reading);
        if (drafts.isEmpty()) {
            return new PlannerOutcome.Declined(
                    "Nothing in this database fits the question.", unknown);
        }
        List<Ranked> ranked = ranking.of(drafts, lookup, reading);
        if (belonging.declines(belonging.of(ranked, lookup, reading))) {
            return new PlannerOutcome.Declined(
                    "The question does not seem to be about this database"
                            + (unknown.isEmpty()
                                    ? "."
                                    : ": it says nothing of " + String.join(", ", unknown) + "."),
                    unknown);
        }
        double confidence = sureness.of(ranked, lookup, reading);
        SqlWriter writer = SqlWriter.of(lookup.dialect());
        double best = ranked.getFirst().share();
        return new PlannerOutcome.Planned(
                ranked.stream()
                        .limit(PLANS_MAX)
                        .map(each ->
                                new RankedPlan(
                                        each.draft().query(),
                                        writer.write(each.draft().query(), lookup),
                                        confidence * each.share() / best,
                                        Explanation.of(each.draft().query(), lookup),
                                        unknown,
                                        Grounds.of(each.draft().query(), lookup)))
                        .toList());
    }
}
