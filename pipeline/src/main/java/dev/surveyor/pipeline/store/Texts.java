package dev.surveyor.pipeline.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as arrays of texts, to be sent in one statement. */
final class Texts {

    private Texts() {}

    static <T> @Nullable String[] of(List<T> rows, Function<T, @Nullable Object> column) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = column.apply(rows.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }

    static @Nullable String[] ids(List<UUID> ids) {
        return of(ids, id -> id);
    }
}
