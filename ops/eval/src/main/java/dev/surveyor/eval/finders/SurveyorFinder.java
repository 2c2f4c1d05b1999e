package dev.surveyor.eval.finders;

import dev.surveyor.catalog.EditionContent;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.Embeddings;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.eval.TableFinder;
import dev.surveyor.query.retrieve.Features;
import dev.surveyor.query.retrieve.Finds;
import dev.surveyor.query.retrieve.Sight;
import dev.surveyor.query.retrieve.TableSearch;
import dev.surveyor.query.retrieve.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The product's own way, over an edition of each database. */
public final class SurveyorFinder implements TableFinder {

    /** Models are unpacked once, and the texts of the editions embedded once. */
    private static final Path FOLDER = Path.of("eval-results", "embeddings");

    private final TextEmbedder embedder;
    private final TableSearch search;
    private final List<Sight> sights = new ArrayList<>();
    private final Map<UUID, String> names = new HashMap<>();

    private SurveyorFinder(TextEmbedder embedder, Weights weights) {
        this.embedder = embedder;
        search = new TableSearch(embedder, weights);
    }

    /** Surveys all databases; those without a file by their schema alone. */
    public static SurveyorFinder open(List<Searched> databases, String model, Weights weights) {
        TextEmbedder embedder = Embeddings.embedder(EmbeddingSettings.local(model), FOLDER);
        SurveyorFinder finder = new SurveyorFinder(embedder, weights);
        try (VectorFile vectors = VectorFile.open(FOLDER, embedder)) {
            for (Searched database : databases) {
                EditionContent edition = SurveyedDatabase.edition(database);
                finder.names.put(edition.edition().connection(), database.database());
                finder.sights.add(
                        Sight.ofEverything(
                                finder.search.load(edition, database.database(), vectors)));
            }
        }
        return finder;
    }

    @Override
    public List<Found> find(String wording, int tablesMax) {
        return search.find(wording, sights, tablesMax).tables().stream().map(this::found).toList();
    }

    private Found found(Finds.FoundTable table) {
        return new Found(
                names.getOrDefault(table.connection(), ""), table.table().name(), table.score());
    }

    /** For fitting the weights. */
    public Features features(String wording) {
        return search.features(wording, sights);
    }

    /** The database that an edition is of. */
    public String database(Features.OfConnection features) {
        return names.getOrDefault(features.sight().lookup().connection(), "");
    }

    @Override
    public void close() {
        embedder.close();
    }
}
