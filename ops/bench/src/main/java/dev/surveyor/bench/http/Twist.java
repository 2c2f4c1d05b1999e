package dev.surveyor.bench.http;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** One way to make a good call worse, or stranger. */
record Twist(String name, Predicate<Operation> fits, Turn turn) {

    /** Changes the draft. */
    interface Turn {
        void twist(Draft draft, SplittableRandom random);
    }

    static List<Twist> all(Schemas schemas) {
        List<Twist> twists = new ArrayList<>();
        twists.add(new Twist("as it is", operation -> true, (draft, random) -> {}));
        twists.addAll(new FieldTwists(schemas).all());
        twists.addAll(BodyTwists.all());
        twists.addAll(new ParameterTwists(schemas).all());
        twists.addAll(HeaderTwists.all());
        return List.copyOf(twists);
    }

    static boolean takesBody(Operation operation) {
        return operation.body() != null;
    }

    static <T> T any(List<T> things, SplittableRandom random) {
        return things.get(random.nextInt(things.size()));
    }
}
