package dev.surveyor.query.chat;

import dev.surveyor.access.Beat;
import dev.surveyor.query.run.Run;
import dev.surveyor.query.run.Runs;
import dev.surveyor.query.session.Conversations;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Says of runs under way that they live, so that nobody takes their conversations from them; those
 * whose conversation was deleted are ended.
 */
@Component
class ClaimKeeper extends Beat {

    private static final Duration EVERY = Duration.ofSeconds(20);

    private final Runs runs;
    private final Conversations conversations;

    ClaimKeeper(Runs runs, Conversations conversations) {
        super("claims", EVERY, EVERY);
        this.runs = runs;
        this.conversations = conversations;
    }

    @Override
    protected void beat() {
        for (Run run : runs.underWay()) {
            if (!conversations.prolong(run.id())) {
                run.cancel();
            }
        }
    }
}
