package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "edition",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "What surveys published of a connection.",
        subcommands = {EditionCommand.Dump.class, EditionCommand.Listing.class})
final class EditionCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    private static String path(RunningApi api, String name) {
        return "/api/v1/intelligence/" + new NamedConnections(api).id(name) + "/editions";
    }

    @Command(
            name = "dump",
            mixinStandardHelpOptions = true,
            description =
                    "Prints an edition: sorted, one fact a line, without ids and times. For its owner.",
            footer = {
                "",
                "  surveyor edition dump Shop > today.txt",
                "  diff <(surveyor edition dump Shop --edition 3) <(surveyor edition dump Shop)",
                "",
                ApiOptions.EXPLAINED,
                "Two editions print the same exactly when readers find the same in them. UTF-8."
            })
    static final class Dump implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", description = "A connection's name or id.")
        private String name = "";

        @Option(
                names = "--edition",
                paramLabel = "N",
                description = "Its number (default: the one that readers see).")
        private @Nullable Long number;

        @Mixin private ApiOptions options = new ApiOptions();

        @Override
        public Integer call() {
            try (RunningApi api = options.open("connections:read")) {
                String path = path(api, name);
                long wanted = number == null ? current(api.get(path)) : number;
                api.copy(path + "/" + wanted + "/dump", System.out);
            }
            return 0;
        }

        private long current(JsonNode editions) {
            return editions.path("items")
                    .valueStream()
                    .filter(each -> each.path("current").asBoolean(false))
                    .findFirst()
                    .orElseThrow(() ->
                            new StartException(
                                    "'%s' has no edition yet: survey it first with 'surveyor survey'."
                                            .formatted(name)))
                    .path("number")
                    .asLong();
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the editions that are kept, the newest first.",
            footer = {
                "",
                ApiOptions.EXPLAINED,
                "POST /api/v1/intelligence/{connectionId}/editions/{number}/publish goes back to one."
            })
    static final class Listing implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", description = "A connection's name or id.")
        private String name = "";

        @Option(names = "--json", description = "As JSON.")
        private boolean json;

        @Mixin private ApiOptions options = new ApiOptions();

        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (RunningApi api = options.open("connections:read")) {
                JsonNode editions = api.get(path(api, name));
                PrintWriter out = spec.commandLine().getOut();
                if (json) {
                    out.println(editions);
                } else if (editions.path("items").isEmpty()) {
                    out.println("None yet: survey it first with 'surveyor survey'.");
                } else {
                    out.print(table(editions));
                }
                out.flush();
            }
            return 0;
        }

        private static TextTable table(JsonNode editions) {
            TextTable table = new TextTable();
            table.add(List.of("edition", "", "tables", "surveyed", "still true", "model"));
            for (JsonNode each : editions.path("items")) {
                table.add(
                        List.of(
                                each.path("number").asString(""),
                                each.path("current").asBoolean(false) ? "in service" : "",
                                String.format(Locale.ROOT, "%,d", each.path("tables").asInt()),
                                minute(each.path("surveyedAt").asString("")),
                                minute(each.path("confirmedAt").asString("")),
                                each.path("model").asString("")));
            }
            return table;
        }

        /** Of an instant in UTC. */
        private static String minute(String instant) {
            return instant.replaceFirst("^(.{10})T(.{5}).*$", "$1 $2");
        }
    }
}
