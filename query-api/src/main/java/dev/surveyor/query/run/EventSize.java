package dev.surveyor.query.run;

import dev.surveyor.query.Answer;
import dev.surveyor.query.RunEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** About how many bytes an event is on the wire. */
final class EventSize {

    private static final int FRAME = 64;
    private static final int PER_CELL = 4;

    private EventSize() {}

    static long of(RunEvent event) {
        return FRAME
                + switch (event) {
                    case RunEvent.Session _, RunEvent.Retrieval _ -> FRAME;
                    case RunEvent.Understanding understanding -> understanding.question().length();
                    case RunEvent.Tool tool -> tool.message().length();
                    case RunEvent.Sql sql -> sql.sql().length();
                    case RunEvent.Rows rows -> rows(rows.rows());
                    case RunEvent.Token token -> token.text().length();
                    case RunEvent.Complete complete -> answer(complete.answer());
                    case RunEvent.Failed failed -> failed.message().length();
                };
    }

    private static long answer(Answer answer) {
        return rows(answer.rows())
                + answer.sql().length()
                + answer.response().length()
                + answer.explanation().length();
    }

    private static long rows(List<List<@Nullable Object>> rows) {
        long bytes = 0;
        for (List<@Nullable Object> row : rows) {
            for (Object cell : row) {
                bytes += PER_CELL + (cell == null ? 0 : cell.toString().length());
            }
        }
        return bytes;
    }
}
