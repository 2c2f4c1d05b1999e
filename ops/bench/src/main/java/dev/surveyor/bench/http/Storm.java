package dev.surveyor.bench.http;

import dev.surveyor.bench.http.Judge.Finding;
import dev.surveyor.bench.http.RawClient.Answered;
import dev.surveyor.bench.http.RawClient.Outcome;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/** One server under many calls: each operation with each twist that fits, again and again. */
final class Storm {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int UNAUTHENTICATED = 401;

    private record Pair(Operation operation, Twist twist) {}

    private final RawClient client;
    private final ApiDocument document;
    private final Actors actors;
    private final Tally tally;
    private final GoodCalls good;
    private final Judge judge;

    Storm(URI server, ApiDocument document, Actors actors, Tally tally) {
        this.client = new RawClient(server);
        this.document = document;
        this.actors = actors;
        this.tally = tally;
        this.good = new GoodCalls(document.schemas(), actors.victimId());
        this.judge = new Judge(document.schemas());
    }

    void rage(int calls, long seed) throws IOException, InterruptedException {
        List<Pair> pairs = pairs();
        for (int call = 0; call < calls; call++) {
            if (call % pairs.size() == 0) {
                Collections.shuffle(pairs, new Random(seed + call));
            }
            // Its own for each call: one that had to be repeated changes none of the next.
            one(pairs.get(call % pairs.size()), seed * calls + call, call + 1, calls);
        }
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Twist twist : Twist.all(document.schemas())) {
            document.operations().stream()
                    .filter(twist.fits())
                    .forEach(operation -> pairs.add(new Pair(operation, twist)));
        }
        return pairs;
    }

    private void one(Pair pair, long seed, int number, int of)
            throws IOException, InterruptedException {
        Actor actor = actors.any(new SplittableRandom(seed));
        Draft draft = draft(pair, actor, seed);
        long begin = System.nanoTime();
        Outcome outcome = client.send(draft.call());
        double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        if (actor.known() && spoils(draft, outcome)) {
            actors.renew(actor);
        } else if (actor.known() && isRefusal(outcome) && !actors.isIn(actor)) {
            actors.renew(actor);
            actor = actors.any(new SplittableRandom(seed));
            draft = draft(pair, actor, seed);
            outcome = client.send(draft.call());
        }
        Optional<Finding> finding = judge.judge(draft, outcome);
        tally.count(pair.operation(), actor, outcome, millis);
        if (finding.isPresent()) {
            tally.blame(
                    finding.get(),
                    "call %d: %s as %s, %s: %s"
                            .formatted(
                                    number,
                                    pair.operation(),
                                    actor,
                                    pair.twist().name(),
                                    finding.get().why()),
                    draft.call().curl(client.server().toString(), actor.secrets()));
        }
        tally.tell(number, of);
    }

    private Draft draft(Pair pair, Actor actor, long seed) {
        SplittableRandom random = new SplittableRandom(seed).split();
        Draft draft = good.draft(pair.operation(), actor, random);
        pair.twist().turn().twist(draft, random);
        return draft;
    }

    /** Whether the caller is somebody else now, or out. */
    private static boolean spoils(Draft draft, Outcome outcome) {
        String path = draft.operation.path();
        boolean ofOneself =
                path.endsWith("/logout") || path.endsWith("/refresh") || path.contains("/users/me");
        boolean changed = outcome instanceof Answered answered && answered.status() < 300;
        return ofOneself && changed && Set.of("POST", "PUT").contains(draft.method);
    }

    private static boolean isRefusal(Outcome outcome) {
        return outcome instanceof Answered answered && answered.status() == UNAUTHENTICATED;
    }
}
