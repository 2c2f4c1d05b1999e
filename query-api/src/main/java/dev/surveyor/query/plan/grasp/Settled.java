package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.ValueMention;
import dev.surveyor.query.plan.words.Sentence;
import java.util.List;
import java.util.Optional;

/** What was in doubt is said: the name of a column or table, or a value with its column. */
final class Settled {

    private static final double SURE = 0.9;

    private Settled() {}

    /** The question with it; empty: the words settle nothing. */
    static Optional<String> of(
            String before,
            Text old,
            String rest,
            List<ValueMention> values,
            List<ValueMention> held,
            Lookup lookup) {
        Text said = Text.of(Sentence.of(rest));
        for (ValueMention value : values) {
            for (ValueMention known : held) {
                boolean same = value.text().equalsIgnoreCase(known.text());
                if (same && said.size() > value.to() - value.from()) {
                    return Optional.of(
                            FollowUp.replaced(before, old, known.from(), known.to(), rest));
                }
            }
        }
        return named(said, lookup)
                .flatMap(thing ->
                        thing.table() || !lookup.lore(thing.id()).dated()
                                ? exchanged(before, old, said, rest)
                                : dated(before, old, rest));
    }

    /** A name of which no word is left over. */
    private static Optional<Thing> named(Text said, Lookup lookup) {
        Nouns nouns = new Nouns(lookup, said);
        return nouns.at(0).stream()
                .filter(thing -> thing.score() > SURE)
                .flatMap(thing ->
                        thing.table() && thing.to() < said.size()
                                ? nouns.at(thing.to()).stream().filter(next -> !next.table())
                                : List.of(thing).stream())
                .filter(thing -> thing.score() > SURE && rests(said, thing.to()))
                .findFirst();
    }

    private static boolean rests(Text said, int at) {
        for (int i = at; i < said.size(); i++) {
            if (said.content(i)) {
                return false;
            }
        }
        return true;
    }

    /** "unit price" in the place of "price". */
    private static Optional<String> exchanged(String before, Text old, Text said, String rest) {
        for (int i = 0; i < old.size(); i++) {
            for (int k = 0; k < said.size(); k++) {
                if (said.content(k) && old.token(i).stem().equals(said.token(k).stem())) {
                    return Optional.of(FollowUp.replaced(before, old, i, i + 1, rest));
                }
            }
        }
        return Optional.empty();
    }

    /** What happened stands before when. */
    private static Optional<String> dated(String before, Text old, String rest) {
        return Spans.of(old).stream()
                .findFirst()
                .map(span -> {
                    int begin = old.token(span.from()).begin();
                    return before.substring(0, begin) + rest + " " + before.substring(begin);
                });
    }
}
