package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.compose.Draft;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.read.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What speaks for and against a plan, in figures. */
public final class PlanFeatures {

    /** In the order in which they are given. */
    public static final List<String> NAMES =
            List.of(
                    "skipped",
                    "fit",
                    "head ITEMS",
                    "head MEASURES",
                    "head DISTINCT",
                    "head CONDITIONS",
                    "head COMPARISONS",
                    "head GROUP",
                    "head HAVING",
                    "head ORDER",
                    "head NESTING",
                    "head TABLES",
                    "heads",
                    "role SHOWN",
                    "worst SHOWN",
                    "role MEASURED",
                    "worst MEASURED",
                    "role CONDITION",
                    "worst CONDITION",
                    "role GROUP",
                    "worst GROUP",
                    "role ORDER",
                    "worst ORDER",
                    "roles",
                    "tables needless",
                    "tables missing",
                    "tree cost",
                    "tables",
                    "idle leaves",
                    "odd figures",
                    "keys shown",
                    "shown though fixed",
                    "doubtful conditions",
                    "groups of one",
                    "groups for nothing",
                    "sorted by text",
                    "uncovered",
                    "figures unsaid",
                    "figures unused",
                    "count unused",
                    "limit unused",
                    "items twice",
                    "alphabetical",
                    "direction unlike",
                    "direction unused",
                    "groups unseen",
                    "sort key shown",
                    "names apart");

    private PlanFeatures() {}

    /** By name, always the same names in the same order. */
    public static Map<String, Double> of(Draft draft, Lookup lookup, Reading reading) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("skipped", (double) draft.skipped());
        figures.put("fit", draft.fit());
        Judged plan = Judged.of(draft.query(), lookup, reading);
        Judgement.ALL.forEach(judgement -> judgement.judge(plan, figures));
        return figures;
    }
}
