package dev.surveyor.sources.relations;

import dev.surveyor.catalog.Relation;
import dev.surveyor.sources.ValueProbe;
import dev.surveyor.sources.ValueProbe.Overlap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the values bear out what the names say. */
final class Judgement {

    /** Without values to look at a name must say this much. */
    static final double NAME_ALONE_MIN = 0.75;

    /** So weak a name needs values that could hardly be contained by chance. */
    static final double NAME_WEAK = 0.6;

    /** With so good a name more values may be missing: data that nobody checks is dirty. */
    private static final double NAME_SURE = 0.95;

    private static final long VALUES_STRONG = 3;

    /** Of the keys, where the name is weak: small numbers are contained in any numbered table. */
    private static final double KEYS_USED_MIN = 0.3;

    private static final double MISSING_MAX = 0.1;
    private static final double MISSING_OF_SURE_MAX = 0.2;

    private static final Overlap NOTHING = new Overlap(0, 0, 0);

    private final ValueProbe probe;
    private final Map<List<Object>, Boolean> unique = new HashMap<>();

    Judgement(ValueProbe probe) {
        this.probe = probe;
    }

    /** What is made of some candidates, in order; they are looked up together. */
    List<Optional<Relation>> of(List<Candidate> candidates) {
        List<Optional<Overlap>> looked =
                probe.overlaps(candidates.stream().map(Candidate::lookUp).toList());
        List<Optional<Relation>> relations = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            relations.add(of(candidates.get(i), looked.get(i).orElse(NOTHING)));
        }
        return relations;
    }

    private Optional<Relation> of(Candidate candidate, Overlap overlap) {
        if (candidate.onlyByValues()) {
            return overlap.values() < VALUES_STRONG ? Optional.empty() : judged(candidate, overlap);
        }
        if (overlap.values() > 0 && overlap.keys() > 0) {
            return judged(candidate, overlap);
        }
        double name = candidate.name().score();
        boolean enough =
                !candidate.asText()
                        && name >= (candidate.keyDeclared() ? NAME_ALONE_MIN : NAME_SURE);
        return enough
                ? Optional.of(
                        candidate.relation(
                                name * 0.8, sentence(candidate, "there are no values to look at")))
                : Optional.empty();
    }

    private Optional<Relation> judged(Candidate candidate, Overlap overlap) {
        double name = candidate.name().score();
        long values = overlap.values();
        long missing = overlap.missing();
        boolean chance =
                missing > 0 || values < VALUES_STRONG || values < overlap.keys() * KEYS_USED_MIN;
        double missingMax = name >= NAME_SURE ? MISSING_OF_SURE_MAX : MISSING_MAX;
        boolean unlikely =
                missing > values * missingMax
                        || (name < NAME_WEAK && chance)
                        || (candidate.asText() && (missing > 0 || name < NAME_ALONE_MIN));
        if (unlikely || !(candidate.keyDeclared() || isUnique(candidate))) {
            return Optional.empty();
        }
        double contained = missing == 0 ? 1 : 0.8;
        double confidence =
                Math.min(0.99, (0.5 + name / 2) * contained)
                        * (candidate.keyDeclared() && !candidate.asText() ? 1 : 0.9);
        return Optional.of(
                candidate.relation(
                        confidence,
                        sentence(
                                candidate,
                                "%d of %d values looked up are keys"
                                        .formatted(values - missing, values))));
    }

    private boolean isUnique(Candidate candidate) {
        return unique.computeIfAbsent(
                List.of(candidate.keyTable().name(), candidate.keyColumns()),
                _ -> probe.unique(candidate.keyTable().name(), candidate.keyColumns()));
    }

    private static String sentence(Candidate candidate, String values) {
        String name = candidate.name().reason();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "; " + values + ".";
    }
}
