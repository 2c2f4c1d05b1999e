package dev.surveyor.query.plan.explain;

import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.words.Lexicon;
import dev.surveyor.query.plan.words.Token;
import java.util.ArrayList;
import java.util.List;

/** Words of a question that are linked to nothing. */
public final class Unaccounted {

    private Unaccounted() {}

    public static List<String> words(Reading reading) {
        Links links = reading.links();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < links.sentence().size(); i++) {
            Token token = links.sentence().token(i);
            if (!Lexicon.isFunctionWord(token.lower())
                    && token.number() == null
                    && !isHeld(links, i)
                    && !isSaid(links.columns(), i)
                    && !isSaid(links.tables(), i)
                    && !reading.clues().covers(i)) {
                words.add(token.text());
            }
        }
        return words;
    }

    private static boolean isHeld(Links links, int token) {
        return links.values().stream().anyMatch(v -> v.column() >= 0 && v.covers(token));
    }

    private static boolean isSaid(List<List<Mention>> mentions, int token) {
        return mentions.stream()
                .anyMatch(each -> each.stream().anyMatch(m -> m.covers(token) && m.score() >= 0.3));
    }
}
