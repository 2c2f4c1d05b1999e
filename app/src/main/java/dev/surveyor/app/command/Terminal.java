package dev.surveyor.app.command;

import java.io.Console;

/** Whether a person looks at what we print. */
final class Terminal {

    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // JDK 25 is back to null where nobody sits
    static boolean isThere() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
