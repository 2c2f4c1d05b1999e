package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a question shows of a plan's make-up. */
public final class QuestionFeatures {

    private static final int LONGEST = 4;

    private QuestionFeatures() {}

    public static List<String> of(Links links, Clues clues, Symbols symbols) {
        Set<String> features = new LinkedHashSet<>();
        features.add("bias");
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = -1; i + length <= symbols.size() + 1; i++) {
                StringBuilder gram = new StringBuilder("s");
                for (int k = 0; k < length; k++) {
                    gram.append(' ').append(symbols.at(i + k));
                }
                features.add(gram.toString());
            }
        }
        Sentence sentence = links.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            features.add("w " + sentence.token(i).stem());
            features.add("w " + sentence.lower(i) + " " + sentence.lower(i + 1));
        }
        for (Clue clue : clues.all()) {
            features.add("clue " + name(clue));
        }
        features.add("clues " + Math.min(3, clues.all().size()));
        count("C", Symbols.COLUMN, symbols, features);
        count("T", Symbols.TABLE, symbols, features);
        count("V", Symbols.VALUE, symbols, features);
        count("N", Symbols.NUMBER, symbols, features);
        features.add("start " + symbols.at(0) + " " + symbols.at(1) + " " + symbols.at(2));
        features.add("end " + symbols.at(symbols.size() - 1));
        int after = -1;
        for (int i = 0; i < symbols.size(); i++) {
            if (symbols.at(i).equals(Symbols.TABLE)) {
                after = i;
                break;
            }
        }
        features.add("first table at " + Math.min(8, after) + " " + columnsBefore(symbols, after));
        return new ArrayList<>(features);
    }

    static String name(Clue clue) {
        return switch (clue) {
            case Clue.Compared compared -> "compared " + compared.comparison();
            case Clue.Between _ -> "between";
            case Clue.Part part -> "part " + part.begins() + part.ends();
            case Clue.Limit limit -> limit.count() == 1 ? "limit one" : "limit some";
            case Clue.Negated _ -> "negated";
            case Clue.ToFigure figure -> "to " + figure.function() + figure.comparison();
            case Clue.Direction direction -> direction.descending() ? "down" : "up";
            case Clue.Either _ -> "either";
            case Clue.Figure figure -> "figure " + figure.function();
        };
    }

    private static int columnsBefore(Symbols symbols, int place) {
        int count = 0;
        for (int i = 0; i < place; i++) {
            count += symbols.at(i).equals(Symbols.COLUMN) ? 1 : 0;
        }
        return count;
    }

    private static void count(String name, String symbol, Symbols symbols, Set<String> features) {
        int count = 0;
        for (int i = 0; i < symbols.size(); i++) {
            count += symbols.at(i).equals(symbol) ? 1 : 0;
        }
        features.add("count " + name + Math.min(4, count));
    }
}
