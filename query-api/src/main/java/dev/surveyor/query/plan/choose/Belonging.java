package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.explain.Unaccounted;
import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.link.ValueMention;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.words.Lexicon;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a question is about this database at all. */
public final class Belonging {

    private static final String LEAST = "declines below";

    private final Curve curve;

    public Belonging(Curve curve) {
        this.curve = curve;
    }

    public double of(List<Ranked> ranked, Lookup lookup, Reading reading) {
        return curve.of(features(ranked, lookup, reading));
    }

    /** Whether so little of the question is found here that none of its plans is better. */
    public boolean declines(double chance) {
        return chance < curve.weights().getOrDefault(LEAST, 0.0);
    }

    /** How much of the question is found in the database, and how well. */
    public static Map<String, Double> features(
            List<Ranked> ranked, Lookup lookup, Reading reading) {
        Links links = reading.links();
        Query query = ranked.getFirst().draft().query();
        Set<Integer> tables = new HashSet<>();
        Set<Integer> columns = new HashSet<>();
        for (Query.Select select : Parts.selects(query)) {
            tables.addAll(select.from().tables());
            Roles.of(select).values().forEach(columns::addAll);
        }
        double content = 0;
        double said = 0;
        double best = 0;
        for (int i = 0; i < links.sentence().size(); i++) {
            if (Lexicon.isFunctionWord(links.sentence().lower(i))
                    || links.sentence().token(i).number() != null) {
                continue;
            }
            int token = i;
            double inPlan =
                    Math.max(
                            best(tables, links.tables(), token),
                            best(columns, links.columns(), token));
            boolean held =
                    links.values().stream().anyMatch(v -> v.column() >= 0 && v.covers(token));
            content++;
            said += held ? 1 : inPlan;
            best += held ? 1 : Math.max(any(links.columns(), token), any(links.tables(), token));
        }
        Map<String, Double> features = new LinkedHashMap<>();
        double all = Math.max(1, content);
        features.put("said in plan", said / all);
        features.put("said at all", best / all);
        features.put("content", Math.log(all));
        features.put("unaccounted", (double) Unaccounted.words(reading).size());
        features.put("unaccounted share", Unaccounted.words(reading).size() / all);
        features.put("best table", tables.stream().mapToDouble(links::tableScore).max().orElse(0));
        features.put("worst table", tables.stream().mapToDouble(links::tableScore).min().orElse(0));
        features.put(
                "best column", columns.stream().mapToDouble(links::columnScore).max().orElse(0));
        features.put(
                "mean column",
                columns.stream().mapToDouble(links::columnScore).average().orElse(0.5));
        features.put(
                "table lean",
                Math.max(-5, tables.stream().mapToDouble(reading::tableLean).max().orElse(0)));
        features.put(
                "open values",
                (double)
                        links.values().stream()
                                .filter(v -> v.column() == ValueMention.OPEN)
                                .count());
        features.put(
                "held values",
                (double)
                        links.values().stream()
                                .filter(v -> v.column() >= 0 && v.score() > 0.85)
                                .map(ValueMention::from)
                                .distinct()
                                .count());
        for (String name :
                List.of("roles", "tables needless", "tables missing", "skipped", "fit")) {
            double value =
                    PlanFeatures.of(ranked.getFirst().draft(), lookup, reading)
                            .getOrDefault(name, 0.0);
            features.put(name, Math.max(-10, Math.min(10, value)));
        }
        return features;
    }

    private static double best(Set<Integer> used, List<List<Mention>> mentions, int token) {
        return used.stream()
                .flatMap(id -> mentions.get(id).stream())
                .filter(mention -> mention.covers(token))
                .mapToDouble(Mention::score)
                .max()
                .orElse(0);
    }

    private static double any(List<List<Mention>> mentions, int token) {
        return mentions.stream()
                .flatMap(List::stream)
                .filter(mention -> mention.covers(token))
                .mapToDouble(Mention::score)
                .max()
                .orElse(0);
    }
}
