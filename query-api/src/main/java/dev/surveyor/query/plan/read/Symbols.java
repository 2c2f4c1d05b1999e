package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A question with its links in the place of its words: what it says in any database. One symbol
 * stands for the tokens of one mention.
 */
public final class Symbols {

    static final String COLUMN = "<C>";
    static final String TABLE = "<T>";
    static final String VALUE = "<V>";
    static final String NUMBER = "<N>";

    private static final double SURE = 0.55;

    private final List<String> texts = new ArrayList<>();
    private final int[] places;

    private Symbols(int tokens) {
        places = new int[tokens];
    }

    public static Symbols of(Links links, Clues clues) {
        Sentence sentence = links.sentence();
        Symbols symbols = new Symbols(sentence.size());
        Mention[] columns = best(links.columns(), sentence.size());
        Mention[] tables = best(links.tables(), sentence.size());
        Object last = "";
        for (int i = 0; i < sentence.size(); i++) {
            Object source = sentence.token(i);
            String symbol = sentence.lower(i);
            if (sentence.token(i).quoted() || isValue(links, i)) {
                symbol = VALUE;
                source = VALUE;
            } else if (sentence.token(i).number() != null) {
                symbol = NUMBER;
            } else if (columns[i].score() > tables[i].score() && columns[i].score() >= SURE) {
                symbol = COLUMN;
                source = columns[i].from();
            } else if (tables[i].score() >= SURE) {
                symbol = TABLE;
                source = -1 - tables[i].from();
            }
            if (!source.equals(last)) {
                symbols.texts.add(symbol);
            }
            symbols.places[i] = symbols.texts.size() - 1;
            last = source;
        }
        return symbols;
    }

    private static boolean isValue(Links links, int token) {
        return links.values().stream()
                .anyMatch(value ->
                        value.covers(token)
                                && (value.score() > 0.8 || value.to() - value.from() > 1));
    }

    private static Mention[] best(List<List<Mention>> mentions, int tokens) {
        Mention[] best = new Mention[tokens];
        Arrays.fill(best, new Mention(-1, 0, 0, 0, 0));
        for (List<Mention> each : mentions) {
            for (Mention mention : each) {
                for (int i = mention.from(); i < mention.to(); i++) {
                    if (mention.score() > best[i].score()) {
                        best[i] = mention;
                    }
                }
            }
        }
        return best;
    }

    int size() {
        return texts.size();
    }

    int place(int token) {
        return places[token];
    }

    String at(int place) {
        return place < 0 ? "<s>" : place >= texts.size() ? "</s>" : texts.get(place);
    }
}
