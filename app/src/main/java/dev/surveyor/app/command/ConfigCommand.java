package dev.surveyor.app.command;

import dev.surveyor.app.settings.SettingsCheck;
import dev.surveyor.app.settings.SettingsListing;
import dev.surveyor.app.start.Environments;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description =
                "Lists every property: its value, where that came from, what it is for. Secrets are masked.",
        footer = {
            "",
            "Weakest first, a value comes from: the default, the profile, surveyor.yaml beside the program,",
            "environment variables (the name in brackets), the command line. Starts nothing; exit 1 if a",
            "property is wrong."
        })
final class ConfigCommand implements Callable<Integer> {

    @Mixin private SettingOptions options = new SettingOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ConfigurableEnvironment environment = Environments.read(options.given());
        PrintWriter out = spec.commandLine().getOut();
        new SettingsListing(environment).lines().forEach(out::println);
        List<String> problems = new SettingsCheck(environment).problems();
        if (problems.isEmpty()) {
            return 0;
        }
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println("surveyor: " + problem));
        return Commands.FAILED;
    }
}
