package dev.surveyor.sources.postgres;

import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.Completeness;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.catalog.TableProfile.Method;
import dev.surveyor.sources.ProfileRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the server's statistics in the place of what a small sample is worse at. */
final class StatisticsProfile {

    /** Rows that ANALYZE looks at unless somebody set it otherwise. */
    private static final double ANALYZED_ROWS = 30_000;

    /** Seen: estimates of different values that were off by a fifth. */
    private static final double DISTINCT_ERROR = 0.2;

    private static final double ERROR_MIN = 0.001;

    private final long rows;
    private final double staleness;
    private final ProfileRequest request;

    StatisticsProfile(long rows, double staleness, ProfileRequest request) {
        this.rows = rows;
        this.staleness = staleness;
        this.request = request;
    }

    TableProfile over(TableProfile sample, Map<String, ColumnStatistics> statistics) {
        List<ColumnProfile> columns = new ArrayList<>();
        for (ColumnProfile column : sample.columns()) {
            ColumnStatistics known = statistics.get(column.column());
            columns.add(known == null || column.problem() != null ? column : over(column, known));
        }
        return new TableProfile(
                sample.table(),
                Method.STATISTICS,
                sample.rows(),
                columns,
                sample.took(),
                sample.problem());
    }

    private ColumnProfile over(ColumnProfile sample, ColumnStatistics known) {
        List<ProfiledValue> values = values(known);
        return new ColumnProfile(
                sample.column(),
                share(known.nulls()),
                distinct(known),
                bound(sample.min(), known, 0),
                bound(sample.max(), known, 1),
                sample.averageLength(),
                values.isEmpty() ? sample.completeness() : Completeness.TOP_VALUES,
                values.isEmpty() ? sample.values() : values,
                sample.samples(),
                sample.pattern(),
                sample.semanticType(),
                sample.personal(),
                null);
    }

    private Count share(double share) {
        double analyzed = Math.min(ANALYZED_ROWS, (double) Math.max(rows, 1));
        double error =
                share <= 0 ? 1 / Math.sqrt(analyzed) : Math.sqrt((1 - share) / (share * analyzed));
        return Count.about(Math.round(share * rows), Math.max(ERROR_MIN, error + staleness));
    }

    private Count distinct(ColumnStatistics known) {
        boolean allDiffer = known.distinct() <= -1;
        boolean allListed = known.distinct() > 0 && known.distinct() == known.values().size();
        double value = known.distinct() < 0 ? -known.distinct() * rows : known.distinct();
        double error = allDiffer ? 0.01 : allListed ? 0.05 : DISTINCT_ERROR;
        return Count.about(Math.round(value), error + staleness);
    }

    private List<ProfiledValue> values(ColumnStatistics known) {
        List<ProfiledValue> values = new ArrayList<>();
        int valuesMax = Math.min(request.categoriesMax(), known.values().size());
        for (int i = 0; i < valuesMax && i < known.shares().size(); i++) {
            values.add(value(known.values().get(i), Math.round(known.shares().get(i) * rows)));
        }
        return values;
    }

    private ProfiledValue value(String text, long count) {
        int charsMax = request.valueCharsMax();
        return text.length() <= charsMax
                ? new ProfiledValue(text, false, count)
                : new ProfiledValue(text.substring(0, charsMax), true, count);
    }

    /** The sample says whether the type has an order that people expect. */
    private @Nullable ProfiledValue bound(
            @Nullable ProfiledValue sample, ColumnStatistics known, int which) {
        return sample == null || known.bounds().isEmpty() || !known.values().isEmpty()
                ? sample
                : value(known.bounds().get(which), ProfiledValue.UNCOUNTED);
    }
}
