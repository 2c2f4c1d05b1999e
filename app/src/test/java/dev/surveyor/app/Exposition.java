package dev.surveyor.app;

import dev.surveyor.app.PromQl.Selector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The series that were ever seen at {@code /actuator/prometheus}, by name, without values. */
final class Exposition {

    private static final Pattern LINE =
            Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? [^ ]+$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Set<Map<String, String>>> series = new ConcurrentHashMap<>();

    void add(String text) {
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            add(line.group(1), labels(line.group(2) == null ? "" : line.group(2)));
        }
    }

    void add(String metric, Map<String, String> labels) {
        // Prometheus adds these to whatever it scrapes.
        Map<String, String> scraped = new HashMap<>(labels);
        scraped.put("job", "surveyor");
        scraped.put("instance", "127.0.0.1:8080");
        series.computeIfAbsent(metric, _ -> ConcurrentHashMap.newKeySet()).add(scraped);
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        return labels;
    }

    boolean has(Selector selector) {
        return series.getOrDefault(selector.metric(), Set.of()).stream()
                .anyMatch(labels ->
                        selector.matchers().stream()
                                .allMatch(matcher ->
                                        matcher.holds(labels.getOrDefault(matcher.label(), ""))));
    }

    Set<String> labelsOf(String metric) {
        Set<String> labels = new TreeSet<>();
        series.getOrDefault(metric, new HashSet<>()).forEach(each -> labels.addAll(each.keySet()));
        return labels;
    }
}
