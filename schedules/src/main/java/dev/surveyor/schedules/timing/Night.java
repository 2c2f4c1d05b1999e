package dev.surveyor.schedules.timing;

import java.time.Instant;

/** One window as it lies in time; its end is no longer in it. */
record Night(Instant begin, Instant end) {

    boolean contains(Instant moment) {
        return !moment.isBefore(begin) && moment.isBefore(end);
    }
}
