package dev.surveyor.app;

import dev.surveyor.app.command.Commands;

/** Where the program begins. */
public final class Surveyor {

    private Surveyor() {}

    public static void main(String[] arguments) {
        int exitCode = Commands.run(arguments);
        if (exitCode != Commands.KEEPS_RUNNING) {
            System.exit(exitCode);
        }
    }
}
