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
        return evidence.isText()
                        && (evidence.columnSays(WORDS) || evidence.tableSays(WORDS))
                        && evidence.mostly(0.6, LanguageRule::isLanguage)
                ? Meaning.of(SemanticType.LANGUAGE, 0.9)
                : Meaning.NOTHING;
    }

    private static boolean isLanguage(String text) {
        String language = text.toLowerCase(Locale.ENGLISH);
        int end = 0;
        while (end < language.length()
                && language.charAt(end) != '_'
                && language.charAt(end) != '-') {
            end++;
        }
        return LANGUAGES.contains(language.substring(0, end));
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
