package dev.surveyor.schedules.nights;

import dev.surveyor.schedules.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down what became of a night; a failed one is to be told, in the same transaction. */
@Component
class NightEnding {

    private final NightRows nights;
    private final Notices notices;
    private final NightMeters meters;
    private final TransactionOperations transactions;

    NightEnding(
            NightRows nights,
            Notices notices,
            NightMeters meters,
            TransactionOperations transactions) {
        this.nights = nights;
        this.notices = notices;
        this.meters = meters;
        this.transactions = transactions;
    }

    /** Whether it was this call that ended it. */
    boolean end(NightRun night, NightState state, String message) {
        Boolean ended =
                transactions.execute(status -> {
                    boolean ours = nights.end(night, state, message);
                    if (ours && state == NightState.FAILED) {
                        notices.add(
                                new Notices.FailedNight(
                                        night.connection(), night.date(), night.survey(), message));
                    }
                    return ours;
                });
        if (Boolean.TRUE.equals(ended)) {
            meters.ended(state);
        }
        return Boolean.TRUE.equals(ended);
    }
}
