package dev.surveyor.catalog;

import java.util.List;

/**
 * What an edition knows of one column beyond its structure and profile.
 *
 * @param personal whether its values belong to somebody and are not kept
 * @param synonyms other words that people use for it
 */
public record ColumnInsight(
        String name,
        StrategyVerdict strategy,
        boolean personal,
        Description description,
        List<String> synonyms) {
    public ColumnInsight {
        synonyms = List.copyOf(synonyms);
    }

    ColumnInsight corrected(Correction correction) {
        Boolean said = correction.personal();
        return new ColumnInsight(
                name,
                strategy,
                said == null ? personal : said,
                correction.describe(description),
                correction.synonyms(synonyms));
    }
}
