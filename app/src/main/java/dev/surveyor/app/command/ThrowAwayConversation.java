package dev.surveyor.app.command;

import dev.surveyor.app.settings.Settings;
import dev.surveyor.app.start.DataFolder;
import dev.surveyor.app.start.StartException;
import dev.surveyor.catalog.Count;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.TableName;
import dev.surveyor.embeddings.EmbeddingSettings;
import dev.surveyor.embeddings.Embeddings;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.LanguageModels;
import dev.surveyor.llm.LlmSettings;
import dev.surveyor.pipeline.ThrowAwayEdition;
import dev.surveyor.query.Answer;
import dev.surveyor.query.Engine;
import dev.surveyor.query.QuerySettings;
import dev.surveyor.query.Question;
import dev.surveyor.query.RunSink;
import dev.surveyor.query.ThrowAwayQuestions;
import dev.surveyor.query.Turn;
import dev.surveyor.sources.ProfileRequest;
import dev.surveyor.sources.ProfileRequest.Depth;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.FileSystemUtils;

/** About a database that nobody saved, surveyed at the beginning; nothing of it is kept. */
final class ThrowAwayConversation implements Conversation {

    /** As many as a server's conversations remember. */
    private static final int TURNS_MAX = 10;

    private final SourceAddress address;
    private final QuerySettings settings;
    private final TextEmbedder embedder;
    private final LanguageModels models;
    private final Path unpacked;
    private final Deque<Turn> before = new ArrayDeque<>();
    private final EditionContent content;
    private SourceSession session;
    private ThrowAwayQuestions questions;

    /**
     * Surveys the database, with every row within a budget of time for each table.
     *
     * @throws dev.surveyor.sources.SourceException when it cannot be read at all
     */
    ThrowAwayConversation(
            SourceAddress address, ConfigurableEnvironment environment, PrintWriter err) {
        Path data = Settings.of(environment).data().folder();
        Binder binder = Binder.get(environment);
        EmbeddingSettings embeddings =
                binder.bindOrCreate("surveyor.embeddings", EmbeddingSettings.class);
        this.address = address;
        settings = binder.bindOrCreate("surveyor.query", QuerySettings.class);
        unpacked = folder();
        embedder = Embeddings.embedder(embeddings, folder(embeddings, data));
        models = LanguageModels.open(binder.bindOrCreate("surveyor.llm", LlmSettings.class));
        session = Sources.open(address, SessionLimits.standard());
        content = surveyed(err);
        questions = questions();
    }

    /** Of its own, so that asking leaves nothing behind where no server keeps data. */
    private static Path folder() {
        try {
            return Files.createTempDirectory("surveyor-ask");
        } catch (IOException e) {
            throw new StartException(
                    "No temporary folder can be made (%s): make room or mend java.io.tmpdir."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private Path folder(EmbeddingSettings embeddings, Path data) {
        if (!embeddings.folder().isBlank()) {
            return Path.of(embeddings.folder());
        }
        return DataFolder.holdsStore(data) ? data.resolve("embeddings") : unpacked;
    }

    private EditionContent surveyed(PrintWriter err) {
        Thread stop = new Thread(session::cancel, "survey-cancel");
        Runtime.getRuntime().addShutdownHook(stop);
        try (SurveyProgress progress = new SurveyProgress(err, Terminal.isThere())) {
            return ThrowAwayEdition.of(
                    session,
                    UUID.randomUUID(),
                    ProfileRequest.standard(Depth.FULL),
                    progress::tables);
        } catch (RuntimeException e) {
            close();
            throw e;
        } finally {
            StopCancels.forget(stop);
        }
    }

    private ThrowAwayQuestions questions() {
        return new ThrowAwayQuestions(session, content, embedder, models, settings);
    }

    /** One that was cut off is opened anew. */
    private ThrowAwayQuestions open() {
        if (!session.usable()) {
            session.close();
            session = Sources.open(address, SessionLimits.standard());
            questions = questions();
        }
        return questions;
    }

    @Override
    public String name() {
        return content.edition().database();
    }

    @Override
    public Answer ask(String question, Asking asking, RunSink events, Cancellation cancellation) {
        Answer answer =
                open().answer(
                                new Question(
                                        UUID.randomUUID(),
                                        null,
                                        question,
                                        List.copyOf(before),
                                        asking.engine(),
                                        asking.rowsMax(),
                                        asking.explain()),
                                events,
                                cancellation);
        before.add(new Turn(question, answer.sql(), answer.response()));
        if (before.size() > TURNS_MAX) {
            before.remove();
        }
        return answer;
    }

    @Override
    public Answer run(String sql, int rowsMax, Cancellation cancellation) {
        return open().run(
                        new Question(
                                UUID.randomUUID(),
                                null,
                                sql,
                                List.of(),
                                Engine.AUTO,
                                rowsMax,
                                true),
                        cancellation);
    }

    @Override
    public List<TableSketch> tables(String named) {
        return content.insights().stream()
                .filter(insight -> named.isEmpty() || isCalled(insight.name(), named))
                .map(ThrowAwayConversation::sketch)
                .toList();
    }

    private static boolean isCalled(TableName table, String named) {
        return table.name().equalsIgnoreCase(named) || table.toString().equalsIgnoreCase(named);
    }

    private static TableSketch sketch(Insight insight) {
        Count rows = insight.profile().rows();
        return new TableSketch(
                insight.name().schema(),
                insight.name().name(),
                insight.table().kind().name().toLowerCase(Locale.ROOT),
                rows == null ? TableSketch.UNKNOWN : rows.value(),
                text(insight.table().comment()),
                insight.table().columns().stream()
                        .map(column ->
                                new TableSketch.Column(
                                        column.name(),
                                        column.type().name(),
                                        column.nullable(),
                                        text(column.comment())))
                        .toList());
    }

    private static String text(@Nullable String comment) {
        return comment == null ? "" : comment;
    }

    @Override
    public void close() {
        models.close();
        embedder.close();
        session.close();
        try {
            FileSystemUtils.deleteRecursively(unpacked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
