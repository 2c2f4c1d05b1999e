package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.link.Links;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was read from a question: links, clues and chances. Nothing of it is decided yet. */
public final class Reading {

    private static final double LEAST = 1e-4;

    private final Links links;
    private final Clues clues;
    private final Map<Head, Map<String, Double>> heads;
    private final Map<Role, double[]> roles;
    private final double[] tables;
    private final Coverage coverage;

    Reading(
            Links links,
            Clues clues,
            Map<Head, Map<String, Double>> heads,
            Map<Role, double[]> roles,
            double[] tables) {
        this.links = links;
        coverage = new Coverage(links);
        this.clues = clues;
        this.heads = heads;
        this.roles = new EnumMap<>(Role.class);
        roles.forEach((role, chances) -> this.roles.put(role, leans(chances)));
        this.tables = leans(tables);
    }

    public Links links() {
        return links;
    }

    public Coverage coverage() {
        return coverage;
    }

    public Clues clues() {
        return clues;
    }

    /** The chance that the plan meant is made up so. */
    public double chance(Head head, String label) {
        return Math.max(LEAST, heads.getOrDefault(head, Map.of()).getOrDefault(label, 0.0));
    }

    /** Labels of at least some chance, the likeliest first. */
    public List<String> likely(Head head, double least, int labelsMax) {
        return heads.getOrDefault(head, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(labelsMax)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How much more likely than not a column is in the plan for this, as a logarithm. */
    public double lean(Role role, int column) {
        double[] leans = roles.get(role);
        return leans == null ? 0 : leans[column];
    }

    public double tableLean(int table) {
        return tables[table];
    }

    /** Worked out once: ranking asks for them over and over. */
    private static double[] leans(double[] chances) {
        return Arrays.stream(chances).map(Reading::lean).toArray();
    }

    private static double lean(double chance) {
        double bounded = Math.min(1 - LEAST, Math.max(LEAST, chance));
        return Math.log(bounded / (1 - bounded));
    }
}
