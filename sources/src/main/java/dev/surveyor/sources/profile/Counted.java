package dev.surveyor.sources.profile;

import java.util.Arrays;
import java.util.Comparator;

/** A value with the number of its rows. */
record Counted(Kept value, long rows) {

    /** Equally common ones by their bytes: always in the same order. */
    static final Comparator<Counted> COMMON_FIRST =
            (left, right) ->
                    left.rows() == right.rows()
                            ? Arrays.compareUnsigned(left.value().cell(), right.value().cell())
                            : Long.compare(right.rows(), left.rows());
}
