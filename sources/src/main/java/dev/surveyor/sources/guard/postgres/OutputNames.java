package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.*;
import dev.surveyor.sources.guard.postgres.Query.Body;
import dev.surveyor.sources.guard.postgres.Query.Item;
import dev.surveyor.sources.guard.postgres.Scope.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL calls the columns of a result that nobody named. */
final class OutputNames {

    private static final String NONE = "?column?";

    private OutputNames() {}

    static String of(Item item) {
        return item.label() != null ? item.label() : of(item.value());
    }

    static String of(Expression expression) {
        String name = strong(expression);
        if (name != null) {
            return name;
        }
        return weak(expression);
    }

    private static String weak(Expression expression) {
        return switch (expression) {
            case Cast cast -> cast.type().name().getLast();
            case Case _ -> "case";
            case Collated collated -> weak(collated.value());
            default -> NONE;
        };
    }

    private static @Nullable String strong(Expression expression) {
        return switch (expression) {
            case Column column -> column.name().getLast();
            case Field field -> field.name();
            case Element element -> strong(element.value());
            case Collated collated -> strong(collated.value());
            case Call call -> call.name().getLast();
            case Phrase phrase -> phrase.outputs().isEmpty() ? null : phrase.outputs().getFirst();
            case Cast cast -> strong(cast.value());
            case Case branches ->
                    branches.otherwise() == null ? null : strong(branches.otherwise());
            case Subquery subquery -> subquery(subquery);
            case Row _ -> "row";
            case ArrayOf _ -> "array";
            case Constant constant ->
                    PrimaryParser.isValueWord(constant.word().toLowerCase(Locale.ROOT))
                            ? constant.word().toLowerCase(Locale.ROOT)
                            : null;
            case Worded worded ->
                    switch (worded.words()) {
                        case "AT TIME ZONE" -> "timezone";
                        case "OVERLAPS" -> "overlaps";
                        default -> null;
                    };
            case Test test ->
                    test.words().equals("AT LOCAL")
                            ? "timezone"
                            : test.words().endsWith("NORMALIZED") ? "is_normalized" : null;
            case Literal _,
                    Star _,
                    Prefixed _,
                    Binary _,
                    Logical _,
                    Not _,
                    Between _,
                    In _,
                    Quantified _,
                    FieldStar _ ->
                    null;
        };
    }

    private static @Nullable String subquery(Subquery subquery) {
        return switch (subquery.word()) {
            case "EXISTS" -> "exists";
            case "ARRAY" -> "array";
            default -> {
                Output output = guessed(subquery.query());
                yield output.columns().isEmpty() ? null : output.columns().getFirst();
            }
        };
    }

    /** What a query's columns are called, as far as its own text tells. */
    static Output guessed(Query query) {
        return switch (query.body()) {
            case Body.Select select -> {
                List<String> names = new ArrayList<>();
                boolean open = false;
                for (Item item : select.items()) {
                    if (item.value() instanceof Star || item.value() instanceof FieldStar) {
                        open = true;
                    } else {
                        names.add(of(item));
                    }
                }
                yield new Output(names, open);
            }
            case Body.Values values -> values(values);
            case Body.Table _ -> Output.UNKNOWN;
            case Body.Combined combined -> guessed(combined.left());
        };
    }

    static Output values(Body.Values values) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= values.rows().getFirst().size(); i++) {
            names.add("column" + i);
        }
        return new Output(names, false);
    }
}
