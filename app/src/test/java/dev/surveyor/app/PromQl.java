package dev.surveyor.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus asks for: series by name and matchers, and labels to group by.
 *
 * @param grouped labels that results are grouped or joined by
 */
record PromQl(List<Selector> selectors, Set<String> grouped) {

    /** Series of one name. */
    record Selector(String metric, List<LabelMatcher> matchers) {}

    /** One condition on a label. */
    record LabelMatcher(String label, String operator, String value) {

        boolean holds(String actual) {
            return switch (operator) {
                case "=" -> actual.equals(value);
                case "!=" -> !actual.equals(value);
                case "=~" -> actual.matches(value);
                default -> !actual.matches(value);
            };
        }
    }

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^]]*]|[0-9][0-9a-zA-Z.]*|[a-zA-Z_:][a-zA-Z0-9_:]*|=~|!~|!=|[^\\s\\w]");
    private static final Set<String> AGGREGATIONS =
            Set.of("sum", "min", "max", "avg", "count", "topk", "bottomk", "group", "stddev");
    private static final Set<String> KEEPING = Set.of("by", "on", "group_left", "group_right");
    private static final Set<String> LEAVING_OUT = Set.of("without", "ignoring");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    static PromQl read(String expression) {
        return new Reader(expression).read();
    }

    private static final class Reader {

        private final List<String> tokens = new ArrayList<>();
        private final List<Selector> selectors = new ArrayList<>();
        private final Set<String> grouped = new TreeSet<>();
        private int next;

        Reader(String expression) {
            Matcher token = TOKEN.matcher(expression);
            while (token.find()) {
                tokens.add(token.group());
            }
        }

        PromQl read() {
            while (next < tokens.size()) {
                String token = tokens.get(next++);
                if (KEEPING.contains(token)) {
                    grouped.addAll(labels());
                } else if (LEAVING_OUT.contains(token)) {
                    labels();
                } else if (token.matches("[a-zA-Z_:].*") && isMetric(token)) {
                    selectors.add(new Selector(token, matchers()));
                }
            }
            return new PromQl(List.copyOf(selectors), Set.copyOf(grouped));
        }

        private boolean isMetric(String word) {
            return !OPERATORS.contains(word) && !AGGREGATIONS.contains(word) && !peek("(");
        }

        private boolean peek(String token) {
            return next < tokens.size() && tokens.get(next).equals(token);
        }

        private List<String> labels() {
            List<String> labels = new ArrayList<>();
            if (peek("(")) {
                for (next++; !peek(")"); next++) {
                    if (!peek(",")) {
                        labels.add(tokens.get(next));
                    }
                }
                next++;
            }
            return labels;
        }

        private List<LabelMatcher> matchers() {
            List<LabelMatcher> matchers = new ArrayList<>();
            if (peek("{")) {
                next++;
                while (!peek("}")) {
                    String value = tokens.get(next + 2);
                    matchers.add(
                            new LabelMatcher(
                                    tokens.get(next),
                                    tokens.get(next + 1),
                                    value.substring(1, value.length() - 1)));
                    next += 3;
                    if (peek(",")) {
                        next++;
                    }
                }
                next++;
            }
            return matchers;
        }
    }
}
