package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Languages, by their codes or English names. */
final class LanguageRule implements MeaningRule {

    private static final Set<String> LANGUAGES = languages();
    private static final Set<String> WORDS =
            Set.of("language", "lang", "locale", "sprache", "spr", "langue");

    @Override
    public Meaning judge(Evidence evidence) {
        double share =
                evidence.isText()
                        ? evidence.share(text ->
                                LANGUAGES.contains(
                                        text.toLowerCase(Locale.ENGLISH).replaceAll("[_-].*", "")))
                        : 0;
        return share >= 0.6 && (evidence.columnSays(WORDS) || evidence.tableSays(WORDS))
                ? Meaning.of(SemanticType.LANGUAGE, 0.9)
                : Meaning.NOTHING;
    }

    private static Set<String> languages() {
        Set<String> languages = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.of(code);
            languages.add(language.getISO3Language());
            languages.add(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ENGLISH));
        }
        return languages;
    }
}
