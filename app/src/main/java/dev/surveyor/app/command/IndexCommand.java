package dev.surveyor.app.command;

import dev.surveyor.app.start.StartException;
import dev.surveyor.embeddings.EmbeddingSettings.IndexKind;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The index that tables are found by, by meaning and by words.",
        subcommands = IndexCommand.Rebuild.class)
final class IndexCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description =
                    "Makes the index anew from the catalog, which keeps every vector: nothing is embedded.",
            footer = {
                "",
                "  surveyor index rebuild                 after it was damaged or lost",
                "  surveyor index rebuild --to qdrant     before surveyor.embeddings.index=qdrant is set",
                "",
                ApiOptions.EXPLAINED,
                "For administrators. Searches go on meanwhile; surveys have to wait, and it waits for them."
            })
    static final class Rebuild implements Callable<Integer> {

        private static final String PATH = "/api/v1/index/rebuild";
        private static final long LOOK_EVERY_MILLIS = 300;
        private static final int SENTENCE_CHARS_MAX = 500;
        private static final double NANOS = 1e9;

        @Option(
                names = "--to",
                paramLabel = "INDEX",
                description =
                        "embedded or qdrant, as the settings describe it (default: the one that serves).")
        private @Nullable IndexKind to;

        @Option(names = "--json", description = "The outcome as JSON on stdout.")
        private boolean json;

        @Mixin private ApiOptions options = new ApiOptions();

        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            long begun = System.nanoTime();
            try (RunningApi api = options.open("connections:administer")) {
                JsonNode ended = watched(api, begin(api));
                PrintWriter out = spec.commandLine().getOut();
                boolean done = ended.path("state").asString("").equals("DONE");
                if (json) {
                    out.println(ended);
                } else if (done) {
                    out.printf(
                            Locale.ROOT,
                            "The index (%s) holds %,d of the %,d points that the catalog lists, after %.1f s; nothing was embedded%n",
                            ended.path("index").asString("").toLowerCase(Locale.ROOT),
                            ended.path("points").asLong(),
                            ended.path("total").asLong(),
                            (System.nanoTime() - begun) / NANOS);
                } else {
                    out.println(
                            "The index was not made anew: "
                                    + Printable.of(
                                            ended.path("message").asString(""),
                                            SENTENCE_CHARS_MAX));
                }
                out.flush();
                return done ? 0 : Commands.FAILED;
            }
        }

        private JsonNode begin(RunningApi api) {
            ObjectNode wanted = JsonMapper.shared().createObjectNode();
            if (to != null) {
                wanted.put("to", to.name());
            }
            RunningApi.Answer begun = api.send("POST", PATH, wanted);
            boolean told = false;
            while (begun.code().equals("survey-runs")) {
                if (!told) {
                    tell("A survey runs: waiting for its end");
                    told = true;
                }
                pause();
                begun = api.send("POST", PATH, wanted);
            }
            return begun.required();
        }

        private JsonNode watched(RunningApi api, JsonNode begun) {
            JsonNode status = begun;
            long next = System.nanoTime() + (long) (2 * NANOS);
            while (status.path("state").asString("").equals("RUNNING")) {
                if (System.nanoTime() - next >= 0) {
                    next = System.nanoTime() + (long) (2 * NANOS);
                    tell(
                            String.format(
                                    Locale.ROOT,
                                    "  %,d of %,d points",
                                    status.path("points").asLong(),
                                    status.path("total").asLong()));
                }
                pause();
                status = api.get(PATH);
            }
            return status;
        }

        private void tell(String sentence) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(sentence);
            err.flush();
        }

        private static void pause() {
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartException("Told to stop watching; the rebuild goes on.", e);
            }
        }
    }
}
