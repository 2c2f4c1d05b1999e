package dev.surveyor.query.understand;

/** What sort of question it is. */
public sealed interface Understanding {

    /**
     * Nothing is asked.
     *
     * @param reply what to say to it
     */
    record Greeting(String reply) implements Understanding {}

    /** About the tables, not about what is in them. */
    record AboutTheData(Subject subject, String words) implements Understanding {}

    /**
     * About what is in them.
     *
     * @param question without words of politeness
     * @param followUp whether it leans on the one before
     * @param pointing a word that points at what was said before and that no rule resolves; empty:
     *     none
     */
    record DataQuestion(String question, boolean followUp, String pointing)
            implements Understanding {}

    /** Nothing that anybody could answer. */
    record Unreadable(String reply) implements Understanding {}

    /** What of the tables is asked for. */
    enum Subject {
        /** What there is. */
        OVERVIEW,
        /** Which tables hold something. */
        TABLES_ABOUT,
        /** What one table is made of. */
        ONE_TABLE,
        /** How tables belong together. */
        RELATIONS
    }

    /** Its name on the wire. */
    default String kind() {
        return switch (this) {
            case Greeting _ -> "greeting";
            case AboutTheData _ -> "about-the-data";
            case DataQuestion question -> question.followUp() ? "follow-up" : "question";
            case Unreadable _ -> "unreadable";
        };
    }
}
