package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.explain.Unaccounted;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.read.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often a plan that looks like this one is right; fitted on questions of their own. */
public final class Sureness {

    private final Curve curve;

    public Sureness(Curve curve) {
        this.curve = curve;
    }

    /** What tells right plans from wrong ones, beside their rank. */
    public static Map<String, Double> features(
            List<Ranked> ranked, Lookup lookup, Reading reading) {
        Ranked best = ranked.getFirst();
        Map<String, Double> plan = PlanFeatures.of(best.draft(), lookup, reading);
        double share = Math.min(0.999, Math.max(0.001, best.share()));
        double second = ranked.size() < 2 ? 0.001 : Math.max(0.001, ranked.get(1).share());
        Map<String, Double> features = new LinkedHashMap<>();
        features.put("share", Math.log(share / (1 - share)));
        features.put("margin", Math.min(5, Math.log(share / second)));
        features.put("unaccounted", (double) Unaccounted.words(reading).size());
        for (String name :
                List.of(
                        "heads",
                        "roles",
                        "tables needless",
                        "tables missing",
                        "tables",
                        "skipped",
                        "fit",
                        "uncovered",
                        "doubtful conditions",
                        "idle leaves",
                        "sort key shown",
                        "groups unseen",
                        "figures unused",
                        "count unused",
                        "worst SHOWN",
                        "worst CONDITION",
                        "head ITEMS",
                        "head MEASURES",
                        "head NESTING",
                        "head ORDER",
                        "head DISTINCT")) {
            features.put(name, Math.max(-15, Math.min(15, plan.getOrDefault(name, 0.0))));
        }
        return features;
    }

    /** Between 0 and 1. */
    public double of(List<Ranked> ranked, Lookup lookup, Reading reading) {
        return curve.of(features(ranked, lookup, reading));
    }
}
