package dev.surveyor.pipeline.strategy;

import dev.surveyor.catalog.NameWords;
import java.util.Set;

/** Words that say how much or how many. */
public final class MeasureWords {

    private static final Set<String> WORDS =
            Set.of(
                    "age",
                    "amount",
                    "area",
                    "attempt",
                    "average",
                    "avg",
                    "balance",
                    "budget",
                    "capacity",
                    "cost",
                    "count",
                    "credit",
                    "credits",
                    "day",
                    "days",
                    "depth",
                    "distance",
                    "duration",
                    "enrollment",
                    "goal",
                    "height",
                    "hour",
                    "hours",
                    "length",
                    "loss",
                    "max",
                    "min",
                    "minute",
                    "minutes",
                    "num",
                    "point",
                    "population",
                    "price",
                    "profit",
                    "qty",
                    "quantity",
                    "rate",
                    "revenue",
                    "salary",
                    "score",
                    "seconds",
                    "size",
                    "speed",
                    "stock",
                    "sum",
                    "temperature",
                    "total",
                    "view",
                    "views",
                    "volume",
                    "weight",
                    "width",
                    "win");

    private MeasureWords() {}

    /** Whether a column's name says one of them. */
    public static boolean in(String name) {
        return NameWords.of(name).stream().anyMatch(WORDS::contains);
    }
}
