package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Connections by the names that people gave them. */
final class NamedConnections {

    static final String PATH = "/api/v1/connections";
    private static final int PAGE = 200;

    /** More connections than one person may have. */
    private static final int PAGES_MAX = 200;

    private static final int OWNERS_SHOWN_MAX = 5;

    /** Administrators see others, which they may not ask. */
    private static final Set<String> ASKABLE = Set.of("CHAT", "VIEW", "OWNER");

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final RunningApi api;

    NamedConnections(RunningApi api) {
        this.api = api;
    }

    /**
     * The id of the one connection of this name, one's own before those that one only watches; an
     * id is taken as it is.
     */
    String id(String name) {
        if (ID.matcher(name).matches()) {
            return name;
        }
        List<JsonNode> all = named(name);
        List<JsonNode> askable =
                all.stream()
                        .filter(each -> ASKABLE.contains(each.path("access").asString("")))
                        .toList();
        List<JsonNode> named = askable.isEmpty() ? all : askable;
        if (named.isEmpty()) {
            throw new StartException("You have no connection called '%s'.".formatted(name));
        }
        if (named.size() > 1) {
            throw new StartException(
                    "%d connections are called '%s', of %s: have one of them renamed."
                            .formatted(
                                    named.size(),
                                    name,
                                    String.join(
                                            ", ",
                                            named.stream()
                                                    .map(each -> each.path("owner").asString(""))
                                                    .limit(OWNERS_SHOWN_MAX)
                                                    .toList())));
        }
        return named.getFirst().path("id").asString("");
    }

    /** The filter also finds names and descriptions that merely hold this one. */
    private List<JsonNode> named(String name) {
        List<JsonNode> named = new ArrayList<>();
        String first = PATH + "?limit=" + PAGE + "&q=" + encoded(name);
        String next = first;
        for (int page = 0; page < PAGES_MAX && !next.isEmpty(); page++) {
            JsonNode listed = api.get(next);
            listed.path("items")
                    .valueStream()
                    .filter(each -> each.path("name").asString("").equals(name))
                    .forEach(named::add);
            String after = listed.path("next").asString("");
            next = after.isEmpty() ? "" : first + "&after=" + encoded(after);
        }
        return named;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
