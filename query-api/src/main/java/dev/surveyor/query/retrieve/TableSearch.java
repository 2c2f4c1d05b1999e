package dev.surveyor.query.retrieve;

import dev.surveyor.catalog.EditionContent;
import dev.surveyor.embeddings.TextEmbedder;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the connections, tables and columns that a question is about, among all that its asker may
 * see. Safe for many threads.
 */
public final class TableSearch {

    /** A cosine of two words below says nothing. */
    private static final float LIKENESS_MIN = 0.4f;

    /** What is longer is cut: nobody asks so much. */
    private static final int QUESTION_CHARS_MAX = 2_000;

    private final TextEmbedder embedder;
    private final Vocabulary vocabulary;
    private final Ranking ranking;

    public TableSearch(TextEmbedder embedder, Weights weights) {
        this.embedder = embedder;
        vocabulary = new Vocabulary(LIKENESS_MIN, embedder::embedPassages);
        ranking = new Ranking(weights);
    }

    /**
     * Makes an edition ready to be searched.
     *
     * @param connectionName what people call the connection, or its database
     */
    public EditionLookup load(
            EditionContent edition, String connectionName, PassageVectors vectors) {
        return new LookupMaker(vocabulary, connectionName, edition).made(vectors, embedder::chunks);
    }

    /** The tables that fit best, with why, and how likely each connection is meant. */
    public Finds find(String question, List<Sight> sights, int tablesMax) {
        if (sights.isEmpty()) {
            return new Finds(List.of(), List.of(), List.of());
        }
        Asked asked = asked(question);
        List<Ranking.RankedConnection> connections = ranking.connections(features(asked, sights));
        return new FoundReasons(asked.exact(), asked.alike())
                .of(connections, ranking.tables(connections, tablesMax));
    }

    /** What speaks for each table, for whoever fits the weights. */
    public Features features(String question, List<Sight> sights) {
        return features(asked(question), sights);
    }

    private record Asked(QuestionWords exact, QuestionWords alike, Vectors.Probe meaning) {}

    private Asked asked(String question) {
        String text =
                question.length() > QUESTION_CHARS_MAX
                        ? question.substring(0, QUESTION_CHARS_MAX)
                        : question;
        List<Word> words = Words.ofQuestion(text);
        return new Asked(
                QuestionWords.exact(words, vocabulary),
                QuestionWords.alike(words, vocabulary),
                Vectors.Probe.of(embedder.embedQuery(text)));
    }

    private static Features features(Asked asked, List<Sight> sights) {
        List<Evidence> exact = new ArrayList<>();
        List<Evidence> alike = new ArrayList<>();
        for (Sight sight : sights) {
            ValueEvidence values = ValueEvidence.of(sight, asked.exact().words());
            exact.add(new Evidence(sight, NameEvidence.of(sight, asked.exact()), values));
            alike.add(new Evidence(sight, NameEvidence.of(sight, asked.alike()), values));
        }
        Rarity exactRarity = Rarity.of(asked.exact(), exact);
        Rarity alikeRarity = Rarity.of(asked.alike(), alike);
        List<Features.OfConnection> features = new ArrayList<>();
        for (int i = 0; i < sights.size(); i++) {
            MeaningEvidence meaning = MeaningEvidence.of(sights.get(i), asked.meaning());
            features.add(
                    new Features.OfConnection(
                            sights.get(i),
                            new ConnectionScorer(
                                            exact.get(i),
                                            exactRarity,
                                            alike.get(i),
                                            alikeRarity,
                                            meaning)
                                    .features(),
                            new TableScorer(
                                            exact.get(i),
                                            exactRarity,
                                            alike.get(i),
                                            alikeRarity,
                                            meaning)
                                    .features(),
                            alike.get(i),
                            meaning));
        }
        return new Features(features);
    }
}
