package dev.surveyor.query.keep;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Kept answers as texts; those of earlier versions, which had fewer fields, are read too. */
public final class AnswerText {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .withConfigOverride(
                            List.class,
                            list ->
                                    list.setNullHandling(
                                            JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private AnswerText() {}

    public static String of(KeptAnswer answer) {
        return JSON.writeValueAsString(answer);
    }

    public static KeptAnswer answer(String text) {
        return JSON.readValue(text, KeptAnswer.class);
    }

    static int bytes(List<@Nullable Object> row) {
        return JSON.writeValueAsBytes(row).length;
    }
}
