package dev.surveyor.query.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model said, taken apart. It is text of a stranger: only the guard decides what runs. */
sealed interface ModelReply {

    record Sql(String explanation, String sql) implements ModelReply {}

    record Ask(String question, List<String> choices) implements ModelReply {}

    record Cannot(String reason) implements ModelReply {}

    /** Nothing that was asked for. */
    record Other() implements ModelReply {}

    Pattern FENCED =
            Pattern.compile("```\\s*(?:\\w{1,12})?\\s*\\n(?<sql>.*?)(?:```|\\z)", Pattern.DOTALL);
    Pattern BARE = Pattern.compile("(?is)\\A\\s*(?:select|with|table|values)\\b.*");
    Pattern WORD = Pattern.compile("(?is)\\A\\s*(?<word>ASK|CANNOT)\\s*[:：]\\s*(?<text>.+)");
    Pattern CHOICE = Pattern.compile("\\A\\s*(?:[-*•]|\\d{1,2}[.)])\\s+(?<text>.+)");

    int EXPLANATION_CHARS_MAX = 600;
    int CHOICES_MAX = 6;

    static ModelReply of(String text) {
        Matcher fenced = FENCED.matcher(text);
        if (fenced.find() && !fenced.group("sql").isBlank()) {
            return new Sql(plain(text.substring(0, fenced.start())), fenced.group("sql").strip());
        }
        if (BARE.matcher(text).matches()) {
            return new Sql("", text.strip());
        }
        Matcher word = WORD.matcher(text);
        if (!word.matches()) {
            return new Other();
        }
        String said = word.group("text");
        return word.group("word").toUpperCase(Locale.ROOT).equals("ASK")
                ? ask(said)
                : new Cannot(plain(said));
    }

    private static Ask ask(String said) {
        List<String> lines = Arrays.asList(said.strip().split("\\R", -1));
        return new Ask(
                plain(lines.getFirst()),
                lines.stream()
                        .skip(1)
                        .map(CHOICE::matcher)
                        .filter(Matcher::matches)
                        .map(choice -> plain(choice.group("text")))
                        .limit(CHOICES_MAX)
                        .toList());
    }

    static String plain(String text) {
        String words = PlainWords.ofModel(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return words.length() > EXPLANATION_CHARS_MAX
                ? words.substring(0, EXPLANATION_CHARS_MAX) + "…"
                : words;
    }
}
