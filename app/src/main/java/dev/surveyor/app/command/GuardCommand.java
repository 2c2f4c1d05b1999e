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
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "guard",
        mixinStandardHelpOptions = true,
        description =
                "Says whether the guard would let a statement run on a database, as what text, or why not.",
        footer = {
            "",
            "Exit status: 0 it may run, 1 it may not. Nothing is run but EXPLAIN.",
            "Example: surveyor guard 'SELECT 1' --url postgresql://USER:PASSWORD@HOST/DATABASE"
        })
final class GuardCommand implements Callable<Integer> {

    private static final int REFUSED = 1;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "SQL", description = "The statement.")
    private String sql;

    @Option(
            names = "--url",
            paramLabel = "URL",
            required = true,
            description = "The database: postgresql://USER@HOST:PORT/DATABASE or sqlite:FILE.")
    private String url;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs the command
    GuardCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (SourceSession session =
                Sources.open(SourceAddress.parse(url), SessionLimits.standard())) {
            StatementRules rules = session.statementRules();
            Guard guard =
                    new Guard(
                            rules,
                            rules.judge(session.structure(), Policies.NONE, Map.of()),
                            GuardLimits.STANDARD);
            return switch (guard.check(sql, session)) {
                case Verdict.Accepted accepted -> told(out, accepted);
                case Verdict.Refused(Refusal refusal) -> told(out, refusal);
            };
        }
    }

    private static int told(PrintWriter out, Verdict.Accepted accepted) {
        out.println("accepted, runs as:");
        out.println("  " + accepted.sql());
        out.println("reads: " + String.join(", ", accepted.relations().stream().sorted().toList()));
        return 0;
    }

    private int told(PrintWriter out, Refusal refusal) {
        out.println("refused by the rule " + refusal.rule().id() + ": " + refusal.sentence());
        if (refusal.position() >= 0 && refusal.position() < sql.length()) {
            out.println("  at character " + (refusal.position() + 1) + ": …" + place(refusal));
        }
        out.println("allowed: " + refusal.allowed());
        return REFUSED;
    }

    private String place(Refusal refusal) {
        int end = Math.min(sql.length(), refusal.position() + 40);
        return sql.substring(refusal.position(), end).replaceAll("\\s+", " ");
    }
}
