package dev.surveyor.pipeline.store;

import dev.surveyor.catalog.Insight;
import dev.surveyor.embeddings.Point;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a survey found of one table.
 *
 * @param points by which it is found, those that the catalog does not have yet
 * @param pointIds of all of them
 * @param problem why it is not whole; null: it is
 */
public record Finding(
        Insight insight,
        List<Point> points,
        List<UUID> pointIds,
        Duration took,
        @Nullable String problem) {
    public Finding {
        points = List.copyOf(points);
        pointIds = List.copyOf(pointIds);
    }
}
