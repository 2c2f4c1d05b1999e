package dev.surveyor.pipeline;

import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
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

    private EditionDump(Writer out) {
        this.out = out;
    }

    /** Writes an edition's text as its insights come; they have to come by name. */
    public static void write(Edition edition, Iterable<Insight> insights, Writer out) {
        EditionDump dump = new EditionDump(out);
        try {
            dump.record("edition", edition);
            for (Insight insight : insights) {
                dump.record(insight.name().toString(), insight);
            }
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

    private void value(String path, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> {}
            case Record record -> record(path, record);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    value(path + "[" + i + "]", list.get(i));
                }
            }
            default ->
                    out.append(path).append(" = ").append(oneLine(value.toString())).append('\n');
        }
    }

    private void record(String path, Record record) throws IOException {
        if (record.getClass().isMemberClass() && record.getClass().getInterfaces().length > 0) {
            out.append(path).append(" is ").append(record.getClass().getSimpleName()).append('\n');
        }
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            try {
                value(path + "." + component.getName(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's component can be read", e);
            }
        }
    }

    /** So that no text can look like another fact. */
    private static String oneLine(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
