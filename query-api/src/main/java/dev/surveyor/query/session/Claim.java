package dev.surveyor.query.session;

import dev.surveyor.query.Turn;
import java.util.List;
import java.util.UUID;

/**
 * A question that a conversation acknowledged, and for which its run holds it.
 *
 * @param message under which the question is kept
 * @param context what was said before, the oldest first; empty where the conversation is new or
 *     rested for long
 */
public record Claim(UUID session, UUID message, List<Turn> context) {
    public Claim {
        context = List.copyOf(context);
    }
}
