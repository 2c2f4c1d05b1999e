package dev.surveyor.eval.relations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Structure;
import dev.surveyor.eval.databases.ScratchPostgres;
import dev.surveyor.sources.InferredRelations;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo shop says of itself which columns point where, and which only look like it. */
class ShopRelationsIT {

    private static final Path KNOWN =
            Path.of("..", "demo", "src", "test", "resources", "dev", "surveyor", "demo")
                    .resolve("relations.tsv");

    private static final Pattern JDBC =
            Pattern.compile(
                    "jdbc:postgresql://(?<at>[^?]+)\\?user=(?<user>[^&]+)&password=(?<password>.+)");

    private static final int KIND = 0;
    private static final int CHILD = 1;
    private static final int PARENT = 2;
    private static final int ROWS = 3;
    private static final int ORPHAN_VALUES = 5;

    @TempDir static Path server;

    private static Set<String> inferred = Set.of();

    @BeforeAll
    static void infer() {
        String url = ScratchPostgres.start(server).shop(step -> {}).url();
        try (SourceSession session = Sources.open(address(url), SessionLimits.standard())) {
            Structure hidden = RelationScore.hidden(session.structure());
            inferred =
                    InferredRelations.of(hidden, InferredRelations.probe(session)).stream()
                            .map(ShopRelationsIT::told)
                            .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static SourceAddress address(String jdbc) {
        Matcher parts = JDBC.matcher(jdbc);
        assertThat(parts.matches()).isTrue();
        return SourceAddress.parse(
                "postgresql://%s:%s@%s"
                        .formatted(
                                parts.group("user"), parts.group("password"), parts.group("at")));
    }

    private static String told(Relation relation) {
        return "%s(%s) %s(%s)"
                .formatted(
                        relation.table(),
                        String.join(",", relation.columns()),
                        relation.keyTable(),
                        String.join(",", relation.keyColumns()));
    }

    private static List<String> known(String kind) throws IOException {
        List<String> known = new ArrayList<>();
        for (String line : Files.readAllLines(KNOWN)) {
            List<String> fields = List.of(line.split("\t", -1));
            boolean clean = fields.get(ORPHAN_VALUES).equals("0") && !fields.get(ROWS).equals("0");
            if (fields.get(KIND).equals(kind) && (clean || kind.equals("false_friend"))) {
                known.add(fields.get(CHILD) + " " + fields.get(PARENT));
            }
        }
        assertThat(known).isNotEmpty();
        return known;
    }

    @Test
    void whatTheShopDeclaresIsInferredWhenItIsHidden() throws IOException {
        assertThat(inferred).containsAll(known("declared"));
    }

    @Test
    void whatItDoesNotDeclareIsFoundWhereNamesTell() throws IOException {
        List<String> modern = known("undeclared");
        modern.removeIf(relation -> relation.startsWith("legacy."));
        assertThat(inferred).containsAll(modern);
    }

    @Test
    void falseFriendsAreNotTakenForRelations() throws IOException {
        assertThat(inferred).doesNotContainAnyElementsOf(known("false_friend"));
    }
}
