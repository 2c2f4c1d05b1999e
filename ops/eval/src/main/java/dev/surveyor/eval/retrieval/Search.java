package dev.surveyor.eval.retrieval;

import dev.surveyor.eval.TableFinder.Found;
import dev.surveyor.eval.ask.Score;
import dev.surveyor.eval.ask.Score.Result;
import dev.surveyor.eval.ask.Score.Standing;
import dev.surveyor.eval.questions.Question;
import dev.surveyor.eval.sqlshape.Hardness;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was found for one question that names its gold tables.
 *
 * @param ranking the best first, no more than count
 * @param databases of all that was found, the best first
 * @param failure what the finder threw, where it did
 */
record Search(
        Question question,
        List<Found> ranking,
        List<String> databases,
        @Nullable String failure,
        long nanos) {

    /** How many tables are asked for, and within how many all have to be for the record's right. */
    static final int TABLES_MAX = 15;

    static final int TABLES_FIRST = 5;

    /** Databases are told apart by the first of their tables, however far back it comes. */
    static final int TABLES_ASKED = 100;

    Search {
        Objects.requireNonNull(question, "question");
        ranking = List.copyOf(ranking.subList(0, Math.min(TABLES_MAX, ranking.size())));
        databases = List.copyOf(databases);
    }

    static Search of(Question question, List<Found> found, @Nullable String failure, long nanos) {
        return new Search(
                question,
                found,
                found.stream().map(Found::database).distinct().toList(),
                failure,
                nanos);
    }

    /** Whether its database is among the first so many. */
    boolean databaseFirst(int databasesMax) {
        return databases.stream().limit(databasesMax).anyMatch(question.database()::equals);
    }

    /** The share of gold tables among the first so many found. */
    double recall(int tables) {
        Set<String> gold = goldTables();
        long size = gold.size();
        gold.removeAll(foundTables(tables));
        return (double) (size - gold.size()) / size;
    }

    boolean allFirst() {
        return foundTables(TABLES_FIRST).containsAll(goldTables());
    }

    /** Its line in the run's records: right is what has all gold tables among the first five. */
    Score score() {
        return new Score(
                question.id(),
                question.database(),
                question.hardness() == null ? Hardness.UNRATED : question.hardness(),
                Set.of(),
                Standing.COUNTED,
                failure == null ? Result.ANSWERED : Result.FAILED,
                allFirst(),
                null,
                failure == null ? miss() : failure,
                null,
                nanos / 1_000_000);
    }

    private @Nullable String miss() {
        if (allFirst()) {
            return null;
        }
        if (ranking.isEmpty()) {
            return "Nothing was found.";
        }
        Set<String> missed = goldTables();
        missed.removeAll(foundTables(TABLES_FIRST));
        return "Missed "
                + missed.stream().sorted().collect(Collectors.joining(", "))
                + "; first came "
                + ranking.stream()
                        .limit(TABLES_FIRST)
                        .map(found -> found.database() + "." + found.table())
                        .collect(Collectors.joining(", ", "", "."));
    }

    private Set<String> goldTables() {
        return question.tables().stream()
                .map(Search::folded)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The question's database's tables among the first so many. */
    private Set<String> foundTables(int tables) {
        return ranking.stream()
                .limit(tables)
                .filter(found -> found.database().equals(question.database()))
                .map(found -> folded(found.table()))
                .collect(Collectors.toSet());
    }

    /** SQL's names are the same in any case. */
    static String folded(String table) {
        return table.toLowerCase(Locale.ROOT);
    }
}
