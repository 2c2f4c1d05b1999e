package dev.surveyor.app.web;

import dev.surveyor.app.settings.Build;
import dev.surveyor.pipeline.SurveyState;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much there is of what. Many who ask at once are one count. */
@Component
final class SystemStats {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final List<String> ACTIVE =
            Stream.of(SurveyState.values())
                    .filter(SurveyState::active)
                    .map(SurveyState::name)
                    .toList();

    /**
     * How much there is of what.
     *
     * @param connections saved ones, without those that are being deleted
     * @param tables of the editions in service
     * @param columns of those tables
     * @param users who may log in
     * @param columnsEstimated whether there are so many that columns were estimated
     */
    record Stats(
            String version,
            long uptimeSeconds,
            long connections,
            EditionCount editions,
            long tables,
            long columns,
            boolean columnsEstimated,
            SurveyCount surveys,
            QuestionCount questions,
            long users,
            Sizes bytes) {}

    /**
     * @param served that readers see, one of a connection at most
     * @param kept with those to go back to
     */
    record EditionCount(long served, long kept) {}

    /**
     * @param running that wait or work now
     * @param byState those that are still listed
     */
    record SurveyCount(long running, SortedMap<String, Long> byState) {}

    /**
     * @param today since midnight in UTC
     * @param total that conversations keep
     * @param totalEstimated whether there are so many that they were estimated
     */
    record QuestionCount(long today, long total, boolean totalEstimated) {}

    /**
     * @param store the catalog's tables and their indexes
     * @param index the embedded index; null where vectors are kept elsewhere
     * @param dataFolder all of the data folder, an embedded store and index included
     */
    record Sizes(long store, @Nullable Long index, long dataFolder) {}

    private final CatalogCounts catalog;
    private final FolderSizes folders;
    private @Nullable Stats last;
    private long countedAt;

    SystemStats(CatalogCounts catalog, FolderSizes folders) {
        this.catalog = catalog;
        this.folders = folders;
    }

    synchronized Stats now() {
        Stats there = last;
        if (there == null || System.nanoTime() - countedAt > KEPT.toNanos()) {
            there = count();
            last = there;
            countedAt = System.nanoTime();
        }
        return there;
    }

    private Stats count() {
        CatalogCounts.Counts counts = catalog.count();
        FolderSizes.Bytes bytes = folders.bytes();
        return new Stats(
                Build.version(),
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()).toSeconds(),
                counts.connections(),
                new EditionCount(counts.editionsServed(), counts.editionsKept()),
                counts.tables(),
                counts.columns(),
                counts.columnsEstimated(),
                new SurveyCount(
                        ACTIVE.stream()
                                .mapToLong(state -> counts.surveys().getOrDefault(state, 0L))
                                .sum(),
                        counts.surveys()),
                new QuestionCount(
                        counts.questionsToday(), counts.questions(), counts.questionsEstimated()),
                counts.users(),
                new Sizes(counts.storeBytes(), bytes.index(), bytes.data()));
    }
}
