package dev.surveyor.bench.inject;

import tools.jackson.databind.json.JsonMapper;

/** What a model says over a stream of events, put together again. */
final class Tokens {

    private static final String EVENT = "event:token";
    private static final String DATA = "data:";

    private Tokens() {}

    static String of(String events) {
        StringBuilder words = new StringBuilder();
        boolean token = false;
        for (String line : events.lines().toList()) {
            if (line.startsWith("event:")) {
                token = line.equals(EVENT);
            } else if (token && line.startsWith(DATA)) {
                words.append(
                        JsonMapper.shared()
                                .readTree(line.substring(DATA.length()))
                                .path("text")
                                .asString(""));
            }
        }
        return words.toString();
    }
}
