package dev.surveyor.eval.retrieval;

import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.TableFinder;
import dev.surveyor.eval.TableFinderProvider;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the tables that the wording spells as {@code database.table}, in that order. */
final class ScriptedFinder implements TableFinder {

    private static final Pattern TABLE = Pattern.compile("(\\w+)\\.(\\w+)");

    /** Registered for tests. */
    public static final class Provider implements TableFinderProvider {

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public TableFinder open(List<Searched> databases, Map<String, String> options) {
            return new ScriptedFinder();
        }
    }

    @Override
    public List<Found> find(String wording, int tablesMax) {
        if (wording.contains("breaks off")) {
            throw new EvaluationException("The finder cannot run.");
        }
        if (wording.contains("fails")) {
            throw new IllegalStateException("no idea");
        }
        return TABLE.matcher(wording)
                .results()
                .map(match -> new Found(match.group(1), match.group(2), -match.start()))
                .toList();
    }
}
