package dev.surveyor.query.plan.grasp;

import dev.surveyor.query.plan.link.Linker;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.ValueMention;
import dev.surveyor.query.plan.words.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "And in April?", "only for Germany", "now by channel", "as a percentage": what changes the
 * question before becomes a question of its own.
 */
public final class FollowUp {

    private static final Set<String> LEAD =
            Set.of(
                    "and", "only", "now", "just", "what", "how", "about", "same", "the", "but",
                    "please", "ok", "okay", "then", "instead", "also", "again", "with", "show",
                    "it", "split", "break", "down", "that", "them", "those", "group", "grouped");
    private static final Pattern SHARE =
            Pattern.compile("(?i)(?:as|in) (?:a )?(?:percentage|percent|share)");
    private static final Pattern POINTING =
            Pattern.compile("(?i)\\b(?:those|these|them|that one|the former|the latter)\\b");
    private static final Set<String> GROUPS = Set.of("by", "per", "each");

    private FollowUp() {}

    /** The question as it is meant after those before it, the oldest first. */
    public static String whole(List<String> before, String text, Lookup lookup) {
        String whole = before.isEmpty() ? text : before.getFirst();
        for (int i = 1; i < before.size(); i++) {
            whole = changed(whole, before.get(i), lookup);
        }
        return before.isEmpty() ? text : changed(whole, text, lookup);
    }

    private static String changed(String before, String edit, Lookup lookup) {
        Text said = Text.of(Sentence.of(edit));
        int from = change(said);
        if (from < 0) {
            return edit;
        }
        Text old = Text.of(Sentence.of(before));
        String rest = edit.substring(said.token(from).begin()).replaceAll("[?.!\\s]+$", "");
        Matcher share = SHARE.matcher(rest);
        if (share.lookingAt()) {
            return ended(before).replaceFirst("(?i)^how many", "What percentage of")
                    + rest.substring(share.end());
        }
        if (said.any(from, GROUPS) || said.says(from, "for", "each")) {
            return ended(before) + " " + rest + "?";
        }
        return exchanged(before, old, edit, said, rest, lookup);
    }

    /** Whether it changes the question before instead of asking one of its own. */
    public static boolean leans(String text) {
        return change(Text.of(Sentence.of(text))) >= 0;
    }

    /**
     * The word with which a question of its own points at what was said before, such as "those": no
     * rule here knows what it means. Empty where there is none.
     */
    public static String pointing(String text) {
        Matcher pointing = POINTING.matcher(text);
        return !leans(text) && pointing.find() ? pointing.group() : "";
    }

    /** Where what changes the question before begins; negative in a question of its own. */
    private static int change(Text said) {
        int from = 0;
        while (from < said.size() && isLead(said, from)) {
            from++;
        }
        Head head = Head.of(said);
        boolean asks = head != null && head.from() <= from && (from == 0 || !leads(said));
        return asks || from == said.size() ? -1 : from;
    }

    private static boolean isLead(Text said, int at) {
        boolean about = said.says(at, "what") || said.says(at, "how");
        return said.any(at, LEAD) && (!about || said.says(at + 1, "about"));
    }

    private static boolean leads(Text said) {
        return said.says(0, "and")
                || said.says(0, "only")
                || said.says(0, "now")
                || said.says(0, "what", "about")
                || said.says(0, "how", "about")
                || said.says(0, "just")
                || said.says(0, "the", "same")
                || said.says(0, "same")
                || said.says(0, "but")
                || said.says(0, "show", "it");
    }

    private static String exchanged(
            String before, Text old, String edit, Text said, String rest, Lookup lookup) {
        List<Span> spans = Spans.of(said);
        List<Span> olds = Spans.of(old);
        if (!spans.isEmpty()) {
            String span = part(edit, said, spans.getFirst().from(), spans.getFirst().to());
            return olds.isEmpty()
                    ? ended(before) + " " + rest + "?"
                    : replaced(before, old, olds.getFirst().from(), olds.getFirst().to(), span);
        }
        List<ValueMention> values = Linker.link(lookup, said.sentence()).values();
        List<ValueMention> held = Linker.link(lookup, old.sentence()).values();
        Optional<String> settled = Settled.of(before, old, rest, values, held, lookup);
        if (settled.isPresent()) {
            return settled.get();
        }
        for (ValueMention value : values) {
            Optional<ValueMention> same =
                    held.stream()
                            .filter(each -> each.column() == value.column() && value.column() >= 0)
                            .findFirst();
            if (same.isPresent()) {
                return replaced(
                        before,
                        old,
                        same.get().from(),
                        same.get().to(),
                        part(edit, said, value.from(), value.to()));
            }
        }
        return ended(before) + " " + rest + "?";
    }

    private static String ended(String before) {
        return before.replaceAll("[?.!\\s]+$", "");
    }

    private static String part(String text, Text tokens, int from, int to) {
        return text.substring(tokens.token(from).begin(), tokens.token(to - 1).end());
    }

    static String replaced(String text, Text tokens, int from, int to, String with) {
        return text.substring(0, tokens.token(from).begin())
                + with
                + text.substring(tokens.token(to - 1).end());
    }
}
