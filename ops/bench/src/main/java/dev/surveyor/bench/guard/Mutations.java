package dev.surveyor.bench.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements changed by chance, some gently, some cut up and put together; the same seed makes the
 * same ones again.
 */
final class Mutations {

    private static final Pattern PIECE =
            Pattern.compile("\\w+|\\s+|'[^']*'|\"[^\"]*\"|[^\\w\\s]", Pattern.DOTALL);

    private static final List<String> SHARP =
            List.of(
                    "'",
                    "\"",
                    "\\",
                    "E'",
                    "$$",
                    "$a$",
                    "/*",
                    "*/",
                    "--",
                    "--\n",
                    ";",
                    "(",
                    ")",
                    ",",
                    "::",
                    " INTO x ",
                    " FOR UPDATE ",
                    " UNION ALL ",
                    " SELECT ",
                    " FROM ",
                    " * ",
                    ".*",
                    ".",
                    " pg_sleep(1) ",
                    " set_config('a.b', 'c', false) ",
                    " nextval('counter') ",
                    " lo_creat(-1) ",
                    " DELETE FROM canary ",
                    " pg_catalog.pg_class ",
                    "U&'\\0041'",
                    " regclass ",
                    " OPERATOR(pg_catalog.=) ",
                    " LATERAL ",
                    " WITH RECURSIVE ",
                    " TABLE ",
                    " VALUES (1) ",
                    " ANY ",
                    " COLLATE ",
                    " OVER () ",
                    " FILTER (WHERE true) ",
                    "\u00a0",
                    "\u0000",
                    "\ud83d\ude00");

    private static final int LENGTH_MAX = 4000;
    private static final int CHANGES_MAX = 4;

    private static final int GENTLE_IN_TEN = 7;

    private final List<List<String>> statements = new ArrayList<>();
    private final GentleMutations gentle;
    private final Random random;

    Mutations(Vocabulary vocabulary, long seed) {
        this.random = new Random(seed);
        statements.addAll(pieces(vocabulary.accepted()));
        this.gentle =
                new GentleMutations(
                        List.copyOf(statements), vocabulary.tables(), vocabulary.columns(), random);
        statements.addAll(pieces(vocabulary.refused()));
    }

    private static List<List<String>> pieces(List<String> corpus) {
        return corpus.stream()
                .filter(sql -> !sql.isEmpty() && sql.length() <= LENGTH_MAX)
                .map(Mutations::pieces)
                .toList();
    }

    private static List<String> pieces(String sql) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(sql);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    String next() {
        return random.nextInt(10) < GENTLE_IN_TEN ? gentle.next() : wild();
    }

    private String wild() {
        List<String> pieces = new ArrayList<>(any(statements));
        int changes = 1 + random.nextInt(CHANGES_MAX);
        for (int i = 0; i < changes; i++) {
            change(pieces);
        }
        return String.join("", pieces);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void change(List<String> pieces) {
        int at = pieces.isEmpty() ? 0 : random.nextInt(pieces.size());
        switch (random.nextInt(7)) {
            case 0 -> pieces.add(at, any(SHARP));
            case 1 -> remove(pieces, at);
            case 2 -> replace(pieces, at, any(any(statements)));
            case 3 -> splice(pieces, at);
            case 4 -> pieces.addAll(at, List.of("(", String.join("", any(statements)), ")"));
            case 5 -> replace(pieces, at, any(SHARP));
            default -> swap(pieces, at);
        }
    }

    private static void remove(List<String> pieces, int at) {
        if (!pieces.isEmpty()) {
            pieces.remove(at);
        }
    }

    private static void replace(List<String> pieces, int at, String by) {
        if (!pieces.isEmpty()) {
            pieces.set(at, by);
        }
    }

    private void splice(List<String> pieces, int at) {
        List<String> other = any(statements);
        int from = random.nextInt(other.size());
        int to = Math.min(other.size(), from + 1 + random.nextInt(12));
        pieces.addAll(at, List.copyOf(other.subList(from, to)));
    }

    private void swap(List<String> pieces, int at) {
        if (!pieces.isEmpty()) {
            int other = random.nextInt(pieces.size());
            String piece = pieces.get(at);
            pieces.set(at, pieces.get(other));
            pieces.set(other, piece);
        }
    }
}
