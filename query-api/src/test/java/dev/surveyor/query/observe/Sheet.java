package dev.surveyor.query.observe;

import dev.surveyor.catalog.TypeFamily;
import dev.surveyor.query.AnswerColumn;
import dev.surveyor.query.Chart;
import dev.surveyor.query.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows as tests write them down. */
final class Sheet {

    private final List<AnswerColumn> columns = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    /** Columns whose families the database did not tell. */
    static Sheet of(String... names) {
        Sheet sheet = new Sheet();
        for (String name : names) {
            sheet.columns.add(new AnswerColumn(name, "", TypeFamily.OTHER));
        }
        return sheet;
    }

    Sheet row(@Nullable Object... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    List<Observation> observations() {
        return Observations.of(columns, rows, false);
    }

    List<Observation> observationsWithout(int column) {
        return Observations.of(columns, rows, false, Set.of(column));
    }

    List<Observation> observationsOfTruncated() {
        return Observations.of(columns, rows, true);
    }

    List<String> said() {
        return observations().stream().map(Observation::message).toList();
    }

    @Nullable Chart chart() {
        return Charts.of(columns, rows);
    }
}
