package dev.surveyor.pipeline.document;

import dev.surveyor.catalog.ColumnInsight;
import dev.surveyor.catalog.ColumnProfile;
import dev.surveyor.catalog.ProfiledValue;
import dev.surveyor.catalog.Strategy;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which values of a column may be told, and where: none of personal ones, whoever asks. */
final class ColumnValues {

    private static final int VALUE_CHARS_MAX = 100;
    private static final int QUOTED_CHARS_MAX = 60;
    private static final int LETTERS_MIN = 2;

    private ColumnValues() {}

    /** Some values between quotation marks; of columns that are not skipped. */
    static List<String> quoted(ColumnInsight column, @Nullable ColumnProfile profile, int max) {
        return told(column, profile)
                .map(value -> Plain.quoted(value.text(), QUOTED_CHARS_MAX))
                .distinct()
                .limit(max)
                .toList();
    }

    /** All kept values of a categorical column that are words rather than numbers or letters. */
    static List<String> words(ColumnInsight column, @Nullable ColumnProfile profile, int max) {
        if (column.strategy().strategy() != Strategy.CATEGORICAL) {
            return List.of();
        }
        return told(column, profile)
                .map(value -> Plain.line(value.text(), VALUE_CHARS_MAX))
                .filter(ColumnValues::isWord)
                .distinct()
                .limit(max)
                .toList();
    }

    private static Stream<ProfiledValue> told(
            ColumnInsight column, @Nullable ColumnProfile profile) {
        if (profile == null || column.personal() || column.strategy().strategy() == Strategy.SKIP) {
            return Stream.empty();
        }
        List<ProfiledValue> first =
                column.strategy().strategy() == Strategy.CATEGORICAL || profile.samples().isEmpty()
                        ? profile.values()
                        : profile.samples();
        return first.stream().filter(value -> !value.text().isBlank());
    }

    private static boolean isWord(String text) {
        return text.codePoints().filter(Character::isLetter).limit(LETTERS_MIN).count()
                == LETTERS_MIN;
    }
}
