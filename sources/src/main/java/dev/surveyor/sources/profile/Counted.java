package dev.surveyor.sources.profile;

import java.util.Comparator;

/** A value with the number of its rows. */
record Counted(Kept value, long rows) {

    static final Comparator<Counted> COMMON_FIRST =
            Comparator.comparingLong(Counted::rows)
                    .reversed()
                    .thenComparing(
                            counted -> counted.value().cell(), java.util.Arrays::compareUnsigned);
}
