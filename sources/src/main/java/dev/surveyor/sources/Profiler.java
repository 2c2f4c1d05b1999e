package dev.surveyor.sources;

import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import java.util.List;
import java.util.function.Consumer;

/** Measures the shape of tables, each in one bounded pass over all its columns. */
public interface Profiler {

    /**
     * Measures the tables in their order, each within its budget, and hands over each as soon as it
     * is known. A table that cannot be read is handed over with its problem, and the rest goes on.
     *
     * @throws SourceException when the session is cancelled or its connection is lost
     */
    void profile(
            SourceWork work,
            List<Table> tables,
            ProfileRequest request,
            Consumer<TableProfile> profiles);
}
