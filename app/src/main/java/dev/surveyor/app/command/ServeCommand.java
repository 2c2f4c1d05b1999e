package dev.surveyor.app.command;

import dev.surveyor.access.FirstAdmin;
import dev.surveyor.app.start.RunningServer;
import dev.surveyor.app.start.Server;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts the server and runs until it is told to stop (Ctrl-C).",
        footer = {
            "",
            "Without surveyor.catalog.url it brings its own PostgreSQL, kept in the data folder.",
            "Ctrl-C lets answers under way finish; a second one ends it at once."
        })
final class ServeCommand implements Callable<Integer> {

    @Mixin private SettingOptions options = new SettingOptions();

    @Override
    public Integer call() {
        Progress progress = new Progress(System.err);
        RunningServer server = Server.start(options.given(), progress);
        server.context().getBean(FirstAdmin.class).takePassword().ifPresent(ServeCommand::showOnce);
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        log.info(
                "Surveyor answers at {} ({} s after the start)",
                server.url(),
                "%.1f".formatted(progress.seconds()));
        return Commands.KEEPS_RUNNING;
    }

    /** On the console, not in the log: logs are kept and collected. */
    static void showOnce(String password) {
        System.err.printf(
                """

                  The administrator was made: log in as %s with password %s
                  This is shown only now. Lost it? Start once with --set surveyor.access.admin-password=…

                """,
                FirstAdmin.USERNAME, password);
    }
}
