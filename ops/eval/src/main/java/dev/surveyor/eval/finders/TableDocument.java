package dev.surveyor.eval.finders;

import dev.surveyor.embeddings.Document;
import dev.surveyor.embeddings.TextEmbedder;
import dev.surveyor.eval.Schema;
import java.util.List;
import java.util.Locale;

/** A table as a text of names, with a sentence around them. */
record TableDocument(String header, List<String> columns) {

    static TableDocument of(String database, Schema.Table table) {
        return new TableDocument(
                "database %s: table %s".formatted(plain(database), plain(table.name())),
                table.columns().stream().map(column -> plain(column.name())).toList());
    }

    /** One text where the model reads it whole. */
    List<String> chunks(TextEmbedder embedder) {
        String whole = header + " with columns " + String.join(", ", columns);
        List<String> one = embedder.chunks(new Document(whole, List.of()));
        return one.size() == 1
                ? one
                : embedder.chunks(new Document(header + " with columns", columns));
    }

    private static String plain(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
