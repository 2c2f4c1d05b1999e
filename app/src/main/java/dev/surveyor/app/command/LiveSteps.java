package dev.surveyor.app.command;

import dev.surveyor.query.RunEvent;
import dev.surveyor.query.RunSink;
import java.io.PrintWriter;

/** Shows a person who waits what is done for their question, and what a model says meanwhile. */
final class LiveSteps implements RunSink {

    private static final int TEXT_CHARS_MAX = 300;
    private static final int PIECE_CHARS_MAX = 4_000;

    private final PrintWriter err;
    private boolean midLine;

    LiveSteps(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Understanding(String kind, String question) -> {
                if (kind.equals("follow-up")) {
                    line("goes on from before: " + question);
                }
            }
            case RunEvent.Retrieval(var tables) -> line("reads of " + String.join(", ", tables));
            case RunEvent.Tool(String _, String message) -> line(message);
            case RunEvent.Token(String text) -> piece(text);
            case RunEvent.Session _,
                    RunEvent.Sql _,
                    RunEvent.Rows _,
                    RunEvent.Complete _,
                    RunEvent.Failed _ -> {
                // The answer tells it all at its end.
            }
        }
    }

    private void line(String text) {
        end();
        err.println("  · " + Printable.of(text, TEXT_CHARS_MAX));
        err.flush();
    }

    private void piece(String text) {
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            err.println(Printable.of(text.substring(from, end), PIECE_CHARS_MAX));
            midLine = false;
            from = end + 1;
        }
        if (from < text.length()) {
            err.print(Printable.of(text.substring(from), PIECE_CHARS_MAX));
            midLine = true;
        }
        err.flush();
    }

    /** What comes next begins a line of its own. */
    void end() {
        if (midLine) {
            err.println();
            midLine = false;
        }
        err.flush();
    }
}
