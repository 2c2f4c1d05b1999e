package dev.surveyor.query.plan.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a question apart at spaces and signs; what stands in quotes is known as such. */
final class Tokenizer {

    private static final Pattern QUOTED =
            Pattern.compile(
                    "(?<=^|[\\s(,])(?:\"([^\"]{1,200})\"|“([^”]{1,200})”|‘([^’]{1,200})’"
                            + "|['`]([^\\s'][^']{0,100}|[^\\s'])['`](?=[\\s.,?!;:)]|$))");
    private static final Pattern WORD =
            Pattern.compile(
                    "[<>!]=?|=|\\d[\\d,]*(?:\\.\\d+)?%|[\\p{L}\\p{N}_@#&+%$€£](?:[\\p{L}\\p{N}_@#&+%*./:'’,-]*[\\p{L}\\p{N}_+%*])?");
    private static final Pattern POSSESSIVE = Pattern.compile("(?:'|’)[sS]?$");
    private static final Pattern LETTERS_JOINED =
            Pattern.compile("\\p{L}{2,}(?:[-/,.]\\p{L}{2,})+|\\d+[-](?:\\p{L}{2,})(?:-\\p{L}+)*");

    private Tokenizer() {}

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        int done = 0;
        int quote = 0;
        while (quoted.find()) {
            words(text, done, quoted.start(), -1, tokens);
            words(text, quoted.start() + 1, quoted.end() - 1, quote++, tokens);
            done = quoted.end();
        }
        words(text, done, text.length(), -1, tokens);
        return tokens;
    }

    private static void words(String text, int from, int to, int quote, List<Token> tokens) {
        Matcher word = WORD.matcher(text).region(from, to);
        while (word.find()) {
            int begin = word.start();
            String found = POSSESSIVE.matcher(word.group()).replaceAll("");
            if (quote < 0 && LETTERS_JOINED.matcher(found).matches()) {
                Matcher part = Pattern.compile("[\\p{L}\\p{N}]+").matcher(found);
                while (part.find()) {
                    tokens.add(token(part.group(), begin + part.start(), quote));
                }
            } else if (!found.isEmpty()) {
                tokens.add(token(found, begin, quote));
            }
        }
    }

    private static Token token(String text, int begin, int quote) {
        String lower = text.toLowerCase(Locale.ROOT);
        return new Token(
                text,
                lower,
                Stems.of(lower),
                begin,
                begin + text.length(),
                quote,
                Numbers.read(lower));
    }
}
