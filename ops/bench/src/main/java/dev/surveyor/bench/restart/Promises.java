package dev.surveyor.bench.restart;

import dev.surveyor.bench.server.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a server acknowledged, to be found again. Safe for many threads. */
final class Promises {

    /** Found again by asking for each of them: no more than this. */
    private static final int ASKED_FOR_MAX = 150;

    private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([0-9a-f-]{36})\"");
    private static final Pattern MESSAGE = Pattern.compile("\"messageId\":\"([0-9a-f-]{36})\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final List<String> connections = new ArrayList<>();
    private final Map<String, String> sessionsOfMessages = new LinkedHashMap<>();

    synchronized void connected(String answer) {
        Matcher id = ID.matcher(answer);
        if (id.find()) {
            connections.add(id.group(1));
        }
    }

    /** An answer, which tells under which ids it is kept. */
    synchronized void answered(String answer) {
        Matcher session = SESSION.matcher(answer);
        Matcher message = MESSAGE.matcher(answer);
        if (session.find() && message.find()) {
            sessionsOfMessages.put(message.group(1), session.group(1));
        }
    }

    synchronized int count() {
        return connections.size() + sessionsOfMessages.size();
    }

    /** What is not there any more, of the newest ones. */
    synchronized List<String> missing(Api api, String asked)
            throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        for (String connection : newest(connections)) {
            if (!api.get("/connections/" + connection).good()) {
                missing.add("connection " + connection);
            }
        }
        for (String message : newest(new ArrayList<>(sessionsOfMessages.keySet()))) {
            Api.Answer said =
                    api.get(
                            "/chat/%s/sessions/%s/messages"
                                    .formatted(asked, sessionsOfMessages.get(message)));
            if (!said.good() || !holds(said.body(), message)) {
                missing.add("answer " + message);
            }
        }
        return missing;
    }

    private static boolean holds(JsonNode messages, String id) {
        for (JsonNode each : messages.path("items")) {
            if (each.path("id").asString("").equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> newest(List<String> all) {
        return all.subList(Math.max(0, all.size() - ASKED_FOR_MAX), all.size());
    }
}
