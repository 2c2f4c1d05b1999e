package dev.surveyor.query.observe;

import dev.surveyor.query.Observation;
import dev.surveyor.query.Observation.Kind;
import dev.surveyor.query.observe.Grid.Missing;
import java.util.Comparator;
import java.util.List;

/** Columns of which much is missing. */
final class Nulls implements Rule {

    private static final int SAID_MAX = 2;
    private static final int ROWS_MIN = 5;
    private static final double SHARE_MIN = 0.2;

    @Override
    public List<Observation> of(Grid grid) {
        if (grid.rows() < ROWS_MIN) {
            return List.of();
        }
        return grid.nulls().stream()
                .filter(missing -> missing.cells() >= SHARE_MIN * grid.rows())
                .sorted(Comparator.comparingInt(Missing::cells).reversed())
                .limit(SAID_MAX)
                .map(missing -> new Observation(Kind.NULLS, said(missing, grid.rows())))
                .toList();
    }

    private static String said(Missing missing, int rows) {
        String column = Names.said(missing.column());
        return missing.cells() == rows
                ? "None of the %d rows has a value for %s.".formatted(rows, column)
                : "%d of the %d rows have no value for %s."
                        .formatted(missing.cells(), rows, column);
    }
}
