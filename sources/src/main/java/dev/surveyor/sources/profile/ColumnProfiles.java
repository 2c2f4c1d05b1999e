package dev.surveyor.sources.profile;

import dev.surveyor.catalog.Column;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.Table;
import dev.surveyor.sources.meaning.Evidence;
import dev.surveyor.sources.meaning.Meaning;
import dev.surveyor.sources.meaning.Meanings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes profiles of what was found. */
public final class ColumnProfiles {

    private final Table table;
    private final Population population;
    private final int valueCharsMax;

    ColumnProfiles(Table table, Population population, int valueCharsMax) {
        this.table = table;
        this.population = population;
        this.valueCharsMax = valueCharsMax;
    }

    /** Of a column that could not be read. */
    public static ColumnProfile unread(Column column, Problem problem) {
        return new ColumnProfile(
                column.name(),
                null,
                null,
                null,
                null,
                Double.NaN,
                Completeness.SAMPLED,
                List.of(),
                List.of(),
                null,
                SemanticType.NONE,
                null,
                problem);
    }

    ColumnProfile of(ColumnFinding finding) {
        List<Counted> categories = finding.categories();
        List<ProfiledValue> values =
                categories == null
                        ? counted(finding, finding.common())
                        : counted(finding, categories);
        List<ProfiledValue> samples =
                finding.samples().stream()
                        .map(kept -> value(finding, kept, ProfiledValue.UNCOUNTED))
                        .toList();
        return described(
                finding.measured().column(),
                nulls(finding),
                distinct(finding),
                bound(finding, finding.bounds().min()),
                bound(finding, finding.bounds().max()),
                finding.averageLength(),
                completeness(finding),
                values,
                samples);
    }

    /** With what the values mean and what they look like. */
    ColumnProfile described(
            Column column,
            @Nullable Count nulls,
            @Nullable Count distinct,
            @Nullable ProfiledValue min,
            @Nullable ProfiledValue max,
            double averageLength,
            Completeness completeness,
            List<ProfiledValue> values,
            List<ProfiledValue> samples) {
        List<String> texts =
                Stream.concat(samples.stream(), values.stream())
                        .filter(value -> !value.cut())
                        .map(ProfiledValue::text)
                        .distinct()
                        .toList();
        Meaning meaning =
                Meanings.of(
                        new Evidence(
                                table.name().name(),
                                column.name(),
                                column.type().family(),
                                texts,
                                averageLength,
                                isKey(column)));
        return new ColumnProfile(
                column.name(),
                nulls,
                distinct,
                min,
                max,
                averageLength,
                completeness,
                values,
                samples,
                ValuePattern.of(column.type().family(), texts).orElse(null),
                meaning.type(),
                meaning.personal(),
                null);
    }

    private boolean isKey(Column column) {
        return table.keys().stream().anyMatch(key -> key.columns().equals(List.of(column.name())));
    }

    private Completeness completeness(ColumnFinding finding) {
        if (finding.categories() != null) {
            return population.whole() ? Completeness.ALL_VALUES : Completeness.TOP_VALUES;
        }
        return finding.common().isEmpty() ? Completeness.SAMPLED : Completeness.TOP_VALUES;
    }

    private Count nulls(ColumnFinding finding) {
        return population.whole()
                ? Count.exactly(finding.nulls())
                : share(finding.nulls(), finding.nulls() + finding.cells());
    }

    /** The share of the rows that were seen, of all, with the error of a fair sample. */
    private Count share(long found, long seen) {
        if (seen == 0) {
            return Count.about(0, 1);
        }
        double share = (double) found / seen;
        double error = found == 0 ? 1 / Math.sqrt((double) seen) : Math.sqrt((1 - share) / found);
        return Count.about(
                Math.round(share * population.rows().value()),
                Math.max(error, Math.max(population.rows().error(), 1e-4)));
    }

    private Count distinct(ColumnFinding finding) {
        List<Counted> categories = finding.categories();
        if (population.whole() && categories != null) {
            return Count.exactly(categories.size());
        }
        if (population.whole()) {
            return finding.measured().unique()
                    ? Count.exactly(finding.cells())
                    : finding.distinct().count(finding.cells(), finding.cells());
        }
        long all = share(finding.cells(), finding.cells() + finding.nulls()).value();
        return finding.measured().unique()
                ? Count.about(all, Math.max(population.rows().error(), 1e-4))
                : finding.distinct().count(finding.cells(), all);
    }

    private List<ProfiledValue> counted(ColumnFinding finding, List<Counted> counted) {
        long seen = finding.cells() + finding.nulls();
        List<ProfiledValue> values = new ArrayList<>(counted.size());
        for (Counted each : counted) {
            long rows = population.whole() ? each.rows() : share(each.rows(), seen).value();
            values.add(value(finding, each.value(), rows));
        }
        return values;
    }

    private @Nullable ProfiledValue bound(ColumnFinding finding, @Nullable Kept bound) {
        return bound == null ? null : value(finding, bound, ProfiledValue.UNCOUNTED);
    }

    private ProfiledValue value(ColumnFinding finding, Kept kept, long rows) {
        String text = finding.measured().form().print(kept.cell());
        if (text.length() <= valueCharsMax) {
            return new ProfiledValue(text, kept.cut(), rows);
        }
        int end =
                Character.isHighSurrogate(text.charAt(valueCharsMax - 1))
                        ? valueCharsMax - 1
                        : valueCharsMax;
        return new ProfiledValue(text.substring(0, end), true, rows);
    }
}
