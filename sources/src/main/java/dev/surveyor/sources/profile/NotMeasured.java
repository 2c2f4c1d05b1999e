package dev.surveyor.sources.profile;

import dev.surveyor.catalog.Problem;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.Profiler;
import dev.surveyor.sources.SourceWork;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** For dialects that cannot measure: says so of every table. */
public final class NotMeasured implements Profiler {

    private static final Problem PROBLEM =
            new Problem(
                    Problem.Code.UNSUPPORTED, "Tables of this kind of source are not measured.");

    @Override
    public void profile(
            SourceWork work,
            List<Table> tables,
            ProfileRequest request,
            Consumer<TableProfile> profiles) {
        for (Table table : tables) {
            work.checkCancelled();
            profiles.accept(
                    new TableProfile(
                            table.name(),
                            TableProfile.Method.NOTHING,
                            null,
                            List.of(),
                            Duration.ZERO,
                            PROBLEM));
        }
    }
}
