package dev.surveyor.query.understand;

import dev.surveyor.query.Turn;
import dev.surveyor.query.plan.grasp.FollowUp;
import dev.surveyor.query.understand.Understanding.AboutTheData;
import dev.surveyor.query.understand.Understanding.DataQuestion;
import dev.surveyor.query.understand.Understanding.Greeting;
import dev.surveyor.query.understand.Understanding.Subject;
import dev.surveyor.query.understand.Understanding.Unreadable;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by rules what sort of question it is; asks nobody. */
public final class Understander {

    private static final Pattern GREETING =
            Pattern.compile(
                    "(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)"
                            + "|bonjour|salut|hola|ciao)(?: there| surveyor| everyone| all)?");
    private static final Pattern THANKS =
            Pattern.compile(
                    "(?:thanks?|thank you|thx|cheers|danke|merci|gracias)(?: (?:a lot|so much|very much|you))?"
                            + "|(?:ok|okay|great|perfect|nice|cool)(?:,? thanks?(?: you)?)?"
                            + "|(?:good)?bye|see you");
    private static final Pattern WHO =
            Pattern.compile(
                    "who are you|what are you|what can (?:you|i) (?:do|ask)(?: (?:you|here))?|help"
                            + "|how (?:do|does) (?:this|you) work");

    /** "what tables are there", "describe the database". */
    private static final Pattern OVERVIEW =
            Pattern.compile(
                    "(?:what|which) (?:tables|data|information) (?:are|is|do) (?:there|you have|we have|available|in (?:here|this database|the database))"
                            + "|(?:show|list|give|tell)(?: me)?(?: all| about)?(?: of)?(?: the| this| these)? (?:tables|database|schema)"
                            + "|what(?: is|'s) in (?:this|the) database|describe (?:this|the) (?:database|data|schema)"
                            + "|what (?:is|does) this database (?:about|contain|hold)|what do you know");

    private static final Pattern TABLES_ABOUT =
            Pattern.compile(
                    "(?:which|what) (?:table|tables|column|columns) (?:hold|holds|has|have|contain|contains|store|stores|is about|are about|describe|describes|keep|keeps)(?: the| any)? (?<words>.+)"
                            + "|where (?:is|are|do i find|can i find|do we keep|do we store)(?: the)? (?<words2>.+?)(?: (?:stored|kept|data|saved))"
                            + "|(?:which|what) (?:table|tables)(?: is| are)?(?: for| with) (?<words3>.+)");

    private static final Pattern ONE_TABLE =
            Pattern.compile(
                    "(?:what|which) (?:columns|fields) (?:does|do|are in|has|have|are there in)(?: the)? (?<words>.+?)(?: table)?(?: have| has| contain)?"
                            + "|(?:describe|explain)(?: the)? (?<words2>.+?) table|(?:describe|explain)(?: the)? table (?<words3>.+)"
                            + "|what(?: is|'s)(?: in)?(?: the)? table (?<words4>.+?)(?: about| for)?"
                            + "|what(?: is|'s)(?: in)? the (?<words5>.+?) table(?: about| for)?");

    private static final Pattern RELATIONS =
            Pattern.compile(
                    "how (?:is|are)(?: the)? (?<words>.+?) (?:related|connected|linked|joined)(?: (?:to|with) (?<more>.+))?"
                            + "|how do i join (?<words2>.+)");

    private static final Pattern POLITE =
            Pattern.compile(
                    "^(?:please|could you|can you|would you|i(?:'d| would) like (?:to know|to see)|i want (?:to know|to see)"
                            + "|tell me|hey|hi|hello)[,:]? +(?:please[,:]? +)?(?=\\S+ \\S)",
                    Pattern.CASE_INSENSITIVE);

    private static final int LETTERS_PERCENT_MIN = 40;

    private static final String HELP =
            "I answer questions about this database in plain words, such as \"how many orders were there last month?\". Ask which tables hold something to see what there is.";

    private record Form(Pattern pattern, Subject subject) {}

    private static final List<Form> ABOUT =
            List.of(
                    new Form(OVERVIEW, Subject.OVERVIEW),
                    new Form(ONE_TABLE, Subject.ONE_TABLE),
                    new Form(TABLES_ABOUT, Subject.TABLES_ABOUT),
                    new Form(RELATIONS, Subject.RELATIONS));

    private static final List<String> GROUPS =
            List.of("words", "words2", "words3", "words4", "words5");

    private Understander() {}

    public static Understanding of(String text, List<Turn> before) {
        String question = text.strip();
        if (!isLanguage(question)) {
            return new Unreadable(
                    "That does not read like a question: ask in words, such as \"how many orders are open?\".");
        }
        String plain =
                question.toLowerCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{Z}]+", " ")
                        .replaceAll("[?!.…]+$", "")
                        .strip();
        if (GREETING.matcher(plain).matches()) {
            return new Greeting("Hello. " + HELP);
        }
        if (THANKS.matcher(plain).matches()) {
            return new Greeting("You are welcome.");
        }
        if (WHO.matcher(plain).matches()) {
            return new Greeting(HELP);
        }
        for (Form form : ABOUT) {
            Matcher matcher = form.pattern().matcher(plain);
            if (matcher.matches()) {
                return new AboutTheData(form.subject(), words(matcher));
            }
        }
        String without = POLITE.matcher(question).replaceFirst("");
        boolean asked = !before.isEmpty() && !before.getLast().sql().isEmpty();
        String pointing = asked ? FollowUp.pointing(without) : "";
        return new DataQuestion(
                without, asked && (FollowUp.leans(without) || !pointing.isEmpty()), pointing);
    }

    private static String words(Matcher matcher) {
        StringBuilder words = new StringBuilder();
        for (String group : GROUPS) {
            if (matcher.namedGroups().containsKey(group) && matcher.group(group) != null) {
                words.append(matcher.group(group));
            }
        }
        if (matcher.namedGroups().containsKey("more") && matcher.group("more") != null) {
            words.append(' ').append(matcher.group("more"));
        }
        return words.toString().strip();
    }

    /** Bytes that were taken for text, and keys that a cat walked over, are none. */
    private static boolean isLanguage(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long signs =
                text.codePoints()
                        .filter(c ->
                                (Character.isISOControl(c) && !Character.isWhitespace(c))
                                        || c == '\uFFFD')
                        .count();
        return letters > 0
                && signs == 0
                && letters * 100
                        >= LETTERS_PERCENT_MIN
                                * text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
    }
}
