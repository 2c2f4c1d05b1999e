package dev.surveyor.query.plan.link;

import dev.surveyor.query.plan.link.Lookup.HeldValue;
import dev.surveyor.query.plan.words.Lexicon;
import dev.surveyor.query.plan.words.Sentence;
import dev.surveyor.query.plan.words.Stems;
import dev.surveyor.query.plan.words.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds values in a question: those that columns hold, and what is written like one. */
final class ValueLinker {

    private static final int TOKENS_MAX = 7;
    private static final int VALUES_MAX = 60;
    private static final int INITIALS_MAX = 4;

    private final Lookup lookup;
    private final Sentence sentence;
    private final List<ValueMention> found = new ArrayList<>();

    private ValueLinker(Lookup lookup, Sentence sentence) {
        this.lookup = lookup;
        this.sentence = sentence;
    }

    static List<ValueMention> values(Lookup lookup, Sentence sentence) {
        ValueLinker linker = new ValueLinker(lookup, sentence);
        linker.held();
        linker.initials();
        linker.quoted();
        linker.named();
        linker.found.sort(
                Comparator.comparingInt(ValueMention::from)
                        .thenComparing(Comparator.comparingDouble(ValueMention::score).reversed()));
        return linker.found.size() > VALUES_MAX
                ? linker.found.subList(0, VALUES_MAX)
                : linker.found;
    }

    /** The longest phrases that columns hold; shorter ones within them are not looked at. */
    private void held() {
        boolean[] taken = new boolean[sentence.size()];
        for (int length = Math.min(TOKENS_MAX, sentence.size()); length > 0; length--) {
            for (int from = 0; from + length <= sentence.size(); from++) {
                if (!anyTaken(taken, from, from + length) && hold(from, from + length)) {
                    for (int i = from; i < from + length; i++) {
                        taken[i] = true;
                    }
                }
            }
        }
    }

    private static boolean anyTaken(boolean[] taken, int from, int to) {
        for (int i = from; i < to; i++) {
            if (taken[i]) {
                return true;
            }
        }
        return false;
    }

    private boolean hold(int from, int to) {
        List<Token> tokens = sentence.tokens().subList(from, to);
        if (tokens.stream().map(Token::quote).distinct().count() > 1 || saysNothing(tokens)) {
            return false;
        }
        Map<Integer, ValueMention> byColumn = new LinkedHashMap<>();
        String phrase = sentence.phrase(from, to);
        for (HeldValue held : lookup.holding(ValueForm.plain(phrase))) {
            add(held, phrase, from, to, 0.9, byColumn);
        }
        for (HeldValue held : lookup.holding(ValueForm.stems(tokens))) {
            add(held, phrase, from, to, 0.75, byColumn);
        }
        if (byColumn.isEmpty() && tokens.size() == 1) {
            String word = tokens.getFirst().lower();
            for (HeldValue held : lookup.holding(ValueForm.beginning(word))) {
                if (ValueForm.kin(held.text(), word) && !isName(word)) {
                    add(held, phrase, from, to, 0.6, byColumn);
                }
            }
        }
        found.addAll(byColumn.values());
        return !byColumn.isEmpty();
    }

    /** Whether it is a word of the names of tables and columns. */
    private boolean isName(String word) {
        return lookup.vocabulary().contains(Stems.of(word));
    }

    /** "female" where a column of that meaning holds F and M. */
    private void initials() {
        for (ColumnFacts column : lookup.columns()) {
            if (column.complete()
                    && column.values().size() <= INITIALS_MAX
                    && column.values().stream().allMatch(value -> value.length() == 1)) {
                for (int i = 0; i < sentence.size(); i++) {
                    initial(column, i);
                }
            }
        }
    }

    private void initial(ColumnFacts column, int index) {
        Token token = sentence.token(index);
        if (column.stems().stream().anyMatch(stem -> Lexicon.related(token.stem(), stem))) {
            for (String value : column.values()) {
                if (token.lower().startsWith(value.toLowerCase(Locale.ROOT))
                        && token.lower().length() > 2
                        && !Lexicon.isFunctionWord(token.lower())
                        && !isName(token.lower())) {
                    found.add(new ValueMention(column.id(), value, index, index + 1, 0.9));
                }
            }
        }
    }

    private static boolean saysNothing(List<Token> tokens) {
        return tokens.stream()
                .allMatch(token ->
                        !token.quoted()
                                && (Lexicon.isFunctionWord(token.lower())
                                        || (token.number() != null && !token.digits())));
    }

    private void add(
            HeldValue held,
            String phrase,
            int from,
            int to,
            double score,
            Map<Integer, ValueMention> byColumn) {
        double better = held.text().equals(phrase) ? score + 0.1 : score;
        ValueMention before = byColumn.get(held.column());
        if (before == null || before.score() < better) {
            byColumn.put(
                    held.column(), new ValueMention(held.column(), held.text(), from, to, better));
        }
    }

    /** What stands in quotes is a value, whether a column is known to hold it or not. */
    private void quoted() {
        int from = 0;
        while (from < sentence.size()) {
            int quote = sentence.token(from).quote();
            int to = from + 1;
            while (to < sentence.size() && quote >= 0 && sentence.token(to).quote() == quote) {
                to++;
            }
            if (quote >= 0 && !isHeldThroughout(from, to)) {
                open(from, to, 1.0);
            }
            from = to;
        }
    }

    /** First and last name, each in a column of its own. */
    private boolean isHeldThroughout(int from, int to) {
        for (int i = from; i < to; i++) {
            int token = i;
            if (found.stream().noneMatch(value -> value.covers(token))) {
                return false;
            }
        }
        return true;
    }

    /** Names in capitals within a sentence that nothing else is known of. */
    private void named() {
        int from = 1;
        while (from < sentence.size()) {
            int to = from;
            while (to < sentence.size() && isName(to)) {
                to++;
            }
            if (to > from) {
                open(from, to, 0.5);
            }
            from = Math.max(to, from + 1);
        }
    }

    private boolean isName(int index) {
        Token token = sentence.token(index);
        return !token.quoted()
                && (token.capital() || (token.number() == null && token.lower().matches(".*\\d.*")))
                && !Lexicon.isFunctionWord(token.lower())
                && !lookup.vocabulary().contains(token.stem());
    }

    private void open(int from, int to, double score) {
        if (found.stream().noneMatch(value -> value.from() <= from && to <= value.to())) {
            found.add(
                    new ValueMention(
                            ValueMention.OPEN, sentence.phrase(from, to), from, to, score));
        }
    }
}
