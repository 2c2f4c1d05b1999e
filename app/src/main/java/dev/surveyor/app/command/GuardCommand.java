package dev.surveyor.app.command;

import dev.surveyor.catalog.Policies;
import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardLimits;
import dev.surveyor.sources.Refusal;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.StatementRules;
import dev.surveyor.sources.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "guard",
        mixinStandardHelpOptions = true,
        description =
                "Says whether the guard would let a statement run on a database, as what text, or why not.",
        footer = {
            "",
            "Exit status: 0 it may run, 1 it may not. Nothing is run but EXPLAIN.",
            "With --connection a server that runs is asked, and the connection's policies count for whoever the API",
            "key in SURVEYOR_API_KEY belongs to; with --url there are none.",
            "Examples: surveyor guard 'SELECT 1' --url postgresql://USER:PASSWORD@HOST/DATABASE",
            "          SURVEYOR_API_KEY=svy_… surveyor guard 'SELECT 1' --connection Shop"
        })
final class GuardCommand implements Callable<Integer> {

    private static final int REFUSED = 1;

    /** A database, or a connection of a server. */
    static final class Where {

        @Option(
                names = "--url",
                paramLabel = "URL",
                required = true,
                description = "The database: postgresql://USER@HOST:PORT/DATABASE or sqlite:FILE.")
        private @Nullable String url;

        @ArgGroup(exclusive = false)
        private @Nullable Saved saved;
    }

    /** A connection that people saved. */
    static final class Saved {

        private static final String SERVER = "http://127.0.0.1:8080";

        @Option(
                names = "--connection",
                paramLabel = "NAME",
                required = true,
                description = "A connection that you own or that is shared with you.")
        private String name = "";

        @Option(
                names = "--server",
                paramLabel = "URL",
                defaultValue = SERVER,
                description = "The server that keeps it (default: ${DEFAULT-VALUE}).")
        private String server = SERVER;
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SQL", description = "The statement.")
    private String sql = "";

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Override
    public Integer call() {
        Saved saved = where.saved;
        return saved == null ? check(String.valueOf(where.url)) : ask(saved);
    }

    private int check(String url) {
        try (SourceSession session =
                Sources.open(SourceAddress.parse(url), SessionLimits.standard())) {
            StatementRules rules = session.statementRules();
            Guard guard =
                    new Guard(
                            rules,
                            rules.judge(session.structure(), Policies.NONE, Map.of()),
                            GuardLimits.STANDARD);
            return switch (guard.check(sql, session)) {
                case Verdict.Accepted accepted ->
                        accepted(accepted.sql(), accepted.relations().stream().sorted().toList());
                case Verdict.Refused(Refusal refusal) ->
                        refused(
                                refusal.rule().id(),
                                refusal.sentence(),
                                refusal.position(),
                                refusal.allowed());
            };
        }
    }

    private int ask(Saved saved) {
        try (RunningApi api =
                RunningApi.at(
                        saved.server, System.getenv(RunningApi.KEY_VARIABLE), "connections:read")) {
            JsonNode verdict = new ConnectionVerdicts(api).of(sql, saved.name);
            return verdict.path("accepted").asBoolean(false)
                    ? accepted(
                            verdict.path("sql").asString(""),
                            verdict.path("reads")
                                    .valueStream()
                                    .map(each -> each.asString(""))
                                    .toList())
                    : refused(
                            verdict.path("rule").asString(""),
                            verdict.path("sentence").asString(""),
                            verdict.path("position").asInt(-1),
                            verdict.path("allowed").asString(""));
        }
    }

    private int accepted(String printed, List<String> reads) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("accepted, runs as:");
        out.println("  " + printed);
        out.println("reads: " + String.join(", ", reads));
        return 0;
    }

    private int refused(String rule, String sentence, int position, String allowed) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("refused by the rule " + rule + ": " + sentence);
        if (position >= 0 && position < sql.length()) {
            out.println("  at character " + (position + 1) + ": …" + place(position));
        }
        out.println("allowed: " + allowed);
        return REFUSED;
    }

    private String place(int position) {
        int end = Math.min(sql.length(), position + 40);
        return sql.substring(position, end).replaceAll("\\s+", " ");
    }
}
