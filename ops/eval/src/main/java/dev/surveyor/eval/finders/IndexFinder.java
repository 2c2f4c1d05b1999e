package dev.surveyor.eval.finders;

import dev.surveyor.eval.TableFinder;
import java.util.List;

/** One way of asking an index of names. */
record IndexFinder(NamesIndex index, Way way) implements TableFinder {

    @Override
    public List<Found> find(String wording, int tablesMax) {
        return index.find(way, wording, tablesMax);
    }

    @Override
    public void close() {
        index.close();
    }
}
