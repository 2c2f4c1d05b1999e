package dev.surveyor.app.command;

import dev.surveyor.app.start.Environments;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableName;
import dev.surveyor.catalog.TableProfile;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description =
                "Reads a database's structure and the shape of its columns, and prints what it found.",
        footer = {
            "",
            "  surveyor inspect postgresql://reader@db.example:5432/shop --password-file secret.txt",
            "  surveyor inspect 'postgresql://reader@db.example/shop?sslmode=verify-full' --table 'sales.*'",
            "  surveyor inspect sqlite:shop.db --json > shop.json",
            "",
            "Reads only, in transactions that cannot write, waits for nobody's locks and keeps nothing. The",
            "password is taken from the file, the address or PGPASSWORD, and is never printed. A table for people",
            "where stdout is a terminal, JSON elsewhere. '~' stands before what is estimated."
        })
final class InspectCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "URL",
            description = "postgresql://USER@HOST:PORT/DATABASE or sqlite:FILE (or just the file).")
    private String url = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--depth",
            paramLabel = "DEPTH",
            defaultValue = "quick",
            description =
                    "structure: no rows are looked at; quick (default): statistics and samples; full: every row.")
    private DepthOption depth = DepthOption.QUICK;

    @Option(
            names = "--table",
            paramLabel = "GLOB",
            description = "Only tables whose 'schema.name' is like this; * stands for anything.")
    private String glob = "*";

    @Option(names = "--json", description = "JSON also on a terminal.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    /** How closely to look. */
    enum DepthOption {
        STRUCTURE,
        QUICK,
        FULL
    }

    @Override
    public Integer call() throws IOException {
        Environments.holdLogging();
        SourceAddress address = DatabaseUrl.address(url, passwordFile);
        try (SourceSession session = Sources.open(address, SessionLimits.standard())) {
            Runtime.getRuntime().addShutdownHook(new Thread(session::cancel, "inspect-cancel"));
            Structure structure = chosen(session.structure());
            Map<TableName, TableProfile> profiles = profiles(session, structure.tables());
            PrintWriter out = spec.commandLine().getOut();
            if (json || !Terminal.isThere()) {
                out.println(new InspectedJson(structure, profiles).text());
            } else {
                new InspectedText(structure, profiles).print(out);
            }
            out.flush();
        }
        return 0;
    }

    private Structure chosen(Structure all) {
        PathMatcher matcher =
                FileSystems.getDefault().getPathMatcher("glob:" + glob.replace("/", "?"));
        List<Table> tables =
                glob.equals("*")
                        ? all.tables()
                        : all.tables().stream()
                                .filter(table ->
                                        matcher.matches(
                                                Path.of(
                                                        table.name()
                                                                .toString()
                                                                .replace('/', '_')
                                                                .replace('\u0000', '_'))))
                                .toList();
        return new Structure(all.dialect(), all.server(), all.database(), all.schemas(), tables);
    }

    private Map<TableName, TableProfile> profiles(SourceSession session, List<Table> tables) {
        Map<TableName, TableProfile> profiles = new HashMap<>();
        if (depth != DepthOption.STRUCTURE) {
            ProfileRequest request =
                    ProfileRequest.standard(depth == DepthOption.FULL ? Depth.FULL : Depth.QUICK);
            try (ProgressBar bar =
                    new ProgressBar(
                            spec.commandLine().getErr(), tables.size(), Terminal.isThere())) {
                session.profile(
                        tables,
                        request,
                        profile -> {
                            profiles.put(profile.table(), profile);
                            bar.step(profile.table().toString());
                        });
            }
        }
        return profiles;
    }
}
