package dev.surveyor.eval.relations;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.eval.EvaluationException;
import dev.surveyor.eval.Measurement;
import dev.surveyor.eval.ResultLine;
import dev.surveyor.sources.InferredRelations;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import dev.surveyor.sources.ValueProbe;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hides the keys that databases declare and says how many of them are inferred again. */
@Command(
        name = "relations",
        header = "Infers the relations of databases with their declared ones hidden.",
        description =
                "%nSeveral databases are pooled. Undeclared relations to a key that declared ones point at,"
                        + " all values contained, are counted apart.%n")
public final class RelationsMeasurement implements Measurement {

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description =
                    "A database: postgresql://USER@HOST:PORT/DATABASE or sqlite:FILE; repeat for more.")
    private List<String> urls = List.of();

    @Override
    public ResultLine call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        RelationScore all = new RelationScore(List.of(), List.of(), List.of(), List.of());
        for (String url : urls) {
            all = all.and(measure(url, out));
        }
        return ResultLine.empty()
                .with("relation_precision", all.precision())
                .with("relation_recall", all.recall())
                .with("found", all.found().size())
                .with("wrong", all.wrong().size())
                .with("missed", all.missed().size())
                .with("apart", all.apart().size());
    }

    private static RelationScore measure(String url, PrintWriter out) {
        try (SourceSession session =
                Sources.open(SourceAddress.parse(url), SessionLimits.standard())) {
            Structure structure = session.structure();
            ValueProbe probe = InferredRelations.probe(session);
            List<Relation> inferred = InferredRelations.of(RelationScore.hidden(structure), probe);
            RelationScore score = RelationScore.of(structure.relations(), inferred, probe);
            out.printf(
                    "%s: %d declared, %d found, %d wrong, %d apart%n",
                    structure.database(),
                    score.found().size() + score.missed().size(),
                    score.found().size(),
                    score.wrong().size(),
                    score.apart().size());
            print("missed", score.missed(), out);
            print("wrong", score.wrong(), out);
            print("apart", score.apart(), out);
            return score;
        } catch (SourceException e) {
            throw new EvaluationException(e.getMessage() == null ? url : e.getMessage(), e);
        }
    }

    private static void print(String kind, List<Relation> relations, PrintWriter out) {
        for (Relation relation : relations) {
            out.printf(
                    "  %-6s %s %s → %s %s%n",
                    kind,
                    relation.table(),
                    relation.columns(),
                    relation.keyTable(),
                    relation.keyColumns());
        }
    }
}
