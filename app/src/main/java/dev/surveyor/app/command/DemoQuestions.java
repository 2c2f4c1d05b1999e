package dev.surveyor.app.command;

import dev.surveyor.llm.Cancellation;
import dev.surveyor.query.Engine;
import java.io.PrintWriter;
import java.util.List;

/** Shows at the end of the demo how questions are answered where there is no language model. */
final class DemoQuestions {

    static final List<String> QUESTIONS =
            List.of(
                    "How many orders are there for each channel?",
                    "How many orders are there for each status?",
                    "How many customers are there?");

    private static final Asking ASKING = new Asking(Engine.PLANNER, 10, false);

    private final Conversation conversation;
    private final PrintWriter out;

    DemoQuestions(Conversation conversation, PrintWriter out) {
        this.conversation = conversation;
        this.out = out;
    }

    void ask() {
        for (String question : QUESTIONS) {
            out.println();
            out.println("ask> " + question);
            new AnswerText(out, false)
                    .print(conversation.ask(question, ASKING, event -> {}, new Cancellation()));
        }
        out.println();
        out.printf("Ask your own in a second terminal: ./surveyor ask %s%n", conversation.name());
        out.flush();
    }
}
