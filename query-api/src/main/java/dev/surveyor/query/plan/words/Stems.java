package dev.surveyor.query.plan.words;

import java.util.Map;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Brings the forms of a word together. */
public final class Stems {

    private static final Map<String, String> IRREGULAR =
            Map.ofEntries(
                    Map.entry("people", "person"),
                    Map.entry("persons", "person"),
                    Map.entry("men", "man"),
                    Map.entry("women", "woman"),
                    Map.entry("children", "child"),
                    Map.entry("feet", "foot"),
                    Map.entry("mice", "mouse"),
                    Map.entry("taught", "teach"),
                    Map.entry("bought", "buy"),
                    Map.entry("sold", "sell"),
                    Map.entry("sale", "sell"),
                    Map.entry("sales", "sell"),
                    Map.entry("wrote", "write"),
                    Map.entry("written", "write"),
                    Map.entry("born", "birth"),
                    Map.entry("won", "win"),
                    Map.entry("made", "make"),
                    Map.entry("held", "hold"),
                    Map.entry("led", "lead"),
                    Map.entry("ran", "run"),
                    Map.entry("flew", "fly"),
                    Map.entry("data", "data"),
                    Map.entry("media", "media"));

    private Stems() {}

    public static String of(String lower) {
        String irregular = IRREGULAR.get(lower);
        if (irregular != null) {
            return irregular;
        }
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(lower);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
