package dev.surveyor.bench.model;

import dev.surveyor.scripted.Reply;
import dev.surveyor.scripted.Reply.Fault;
import java.time.Duration;
import java.util.List;

/**
 * One thing that is wrong with a language model.
 *
 * @param limit how long the server's settings let it wait for that
 * @param replies one after the other
 */
record Trouble(String name, Duration limit, List<Reply> replies) {

    static final Duration FIRST_TOKEN = Duration.ofSeconds(2);
    static final Duration WHOLE = Duration.ofSeconds(4);

    private static final Duration LONGER = Duration.ofMinutes(10);
    private static final String SQL =
            "As it stands.\n```sql\nSELECT count(*) AS orders FROM sales.orders\n```";
    private static final String BROKEN = "So.\n```sql\nSELECT nothing FROM nowhere\n```";

    static List<Trouble> all() {
        return List.of(
                at("silent", FIRST_TOKEN, Reply.text(SQL).after(LONGER)),
                at("never says a word", FIRST_TOKEN, Reply.hanging()),
                at("drips", WHOLE, Reply.text(SQL).slowly(Duration.ofMillis(1_800))),
                at("stops in the middle", WHOLE, Reply.text(SQL).failing(Fault.HANGING, 3)),
                at("never ends", WHOLE, Reply.text(SQL).failing(Fault.ENDLESS, 1)),
                at("cut off", Duration.ZERO, Reply.text(SQL).failing(Fault.CUT_OFF, 3)),
                at("ends early", Duration.ZERO, Reply.text(SQL).failing(Fault.ENDS_EARLY, 3)),
                at("malformed", Duration.ZERO, Reply.text(SQL).failing(Fault.MALFORMED, 2)),
                at("fails half way", Duration.ZERO, Reply.text(SQL).failing(Fault.FAILS, 2)),
                at("error 500", Duration.ZERO, Reply.status(500)),
                at("overloaded", Duration.ZERO, Reply.status(503)),
                at("too many requests", Duration.ZERO, Reply.status(429).retryAfter("3600")),
                at("key refused", Duration.ZERO, Reply.status(401)),
                at("says nothing", Duration.ZERO, Reply.text("")),
                at("talks of other things", Duration.ZERO, Reply.text("Lovely weather.")),
                at("wrong again and again", Duration.ZERO, Reply.text(BROKEN)),
                at(
                        "wrong, then silent",
                        FIRST_TOKEN,
                        Reply.text(BROKEN),
                        Reply.text(SQL).after(LONGER)));
    }

    private static Trouble at(String name, Duration limit, Reply... replies) {
        return new Trouble(name, limit, List.of(replies));
    }

    Reply[] script() {
        return replies.toArray(Reply[]::new);
    }
}
