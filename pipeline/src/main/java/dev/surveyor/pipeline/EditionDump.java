package dev.surveyor.pipeline;

import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Relation;
import dev.surveyor.catalog.Table;
import dev.surveyor.catalog.TableProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An edition as sorted text: each line one fact, without ids, times and what only this survey cost.
 * Two editions have equal texts exactly when readers find the same in them.
 */
public final class EditionDump {

    /** What differs between two surveys of the same. */
    private static final Map<Class<?>, Set<String>> LEFT_OUT =
            Map.of(
                    Edition.class,
                    Set.of("connection", "number", "current", "surveyed", "published", "confirmed"),
                    TableProfile.class,
                    Set.of("took"),
                    Table.class,
                    Set.of("estimate"));

    /** New components of records are part of the text by themselves. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> type) {
                    Set<String> leftOut = LEFT_OUT.getOrDefault(type, Set.of());
                    return List.of(type.getRecordComponents()).stream()
                            .filter(component -> !leftOut.contains(component.getName()))
                            .toList();
                }
            };

    private final Writer out;
    private final StringBuilder path = new StringBuilder();

    private EditionDump(Writer out) {
        this.out = out;
    }

    /** Writes an edition's text as its insights come; they have to come by name. */
    public static void write(Edition edition, Iterable<Insight> insights, Writer out) {
        write(edition, insights::forEach, out);
    }

    /** The same where insights are handed over one at a time. */
    public static void write(Edition edition, Consumer<Consumer<Insight>> insights, Writer out) {
        EditionDump dump = new EditionDump(out);
        try {
            dump.named("edition", edition);
            insights.accept(dump::insight);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(EditionContent content) {
        StringWriter text = new StringWriter();
        write(content.edition(), content.insights(), text);
        return text.toString();
    }

    /** The SHA-256 of the text, in hexadecimal. */
    public static String sha256(EditionContent content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (Writer out =
                    new OutputStreamWriter(
                            new DigestOutputStream(OutputStream.nullOutputStream(), digest),
                            StandardCharsets.UTF_8)) {
                write(content.edition(), content.insights(), out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insight(Insight insight) {
        try {
            named(insight.name().toString(), insight);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void named(String name, Record record) throws IOException {
        path.append(oneLine(name));
        record(record);
        path.setLength(0);
    }

    private void value(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> {}
            case Record record -> record(record);
            case List<?> list -> {
                int end = path.length();
                for (int i = 0; i < list.size(); i++) {
                    path.append('[').append(i).append(']');
                    value(list.get(i));
                    path.setLength(end);
                }
            }
            default ->
                    out.append(path).append(" = ").append(oneLine(value.toString())).append('\n');
        }
    }

    private void record(Record record) throws IOException {
        if (record instanceof Relation.Origin) {
            out.append(path).append(" is ").append(record.getClass().getSimpleName()).append('\n');
        }
        int end = path.length();
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            path.append('.').append(component.getName());
            try {
                value(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's component can be read", e);
            }
            path.setLength(end);
        }
    }

    /** So that no text can look like another fact. */
    private static String oneLine(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
