package dev.surveyor.catalog;

import java.util.Comparator;
import java.util.List;

/**
 * An edition and all its insights.
 *
 * @param insights by schema and name
 */
public record EditionContent(Edition edition, List<Insight> insights) {
    public EditionContent {
        insights = insights.stream().sorted(Comparator.comparing(Insight::name)).toList();
    }

    /** What the database said of itself when it was surveyed. */
    public Structure structure() {
        return new Structure(
                edition.dialect(),
                edition.server(),
                edition.database(),
                edition.schemas(),
                insights.stream().map(Insight::table).toList());
    }
}
