package dev.surveyor.pipeline.document;

import dev.surveyor.catalog.ColumnType;
import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TypeFamily;
import java.util.List;

/** Words for meanings and types. */
final class Phrases {

    /** Shorter words are no nouns. */
    private static final int LETTERS_MIN = 3;

    private Phrases() {}

    /** What values are, as people say it; empty where the type says all. */
    static String of(SemanticType meaning) {
        return switch (meaning) {
            case NONE -> "";
            case EMAIL -> "e-mail address";
            case PHONE -> "telephone number";
            case IBAN -> "bank account (IBAN)";
            case CARD_NUMBER -> "payment card number";
            case NATIONAL_ID -> "number given by a state";
            case PERSON_NAME -> "name of a person";
            case BIRTH_DATE -> "date of birth";
            case POSTAL_ADDRESS -> "postal address";
            case POSTAL_CODE -> "postal code";
            case CITY -> "city";
            case COUNTRY -> "country";
            case LANGUAGE -> "language";
            case CURRENCY -> "currency";
            case URL -> "web address";
            case IP_ADDRESS -> "address of a machine";
            case FILE_PATH -> "path of a file";
            case UUID, IDENTIFIER -> "identifier";
            case CODE -> "code";
            case HASH -> "hash";
            case FLAG -> "yes or no";
            case YEAR -> "year";
            case PERCENTAGE -> "percentage or rate";
            case AMOUNT -> "amount";
            case LATITUDE -> "latitude";
            case LONGITUDE -> "longitude";
            case NUMBER_IN_TEXT -> "number kept as text";
            case DATE_IN_TEXT -> "date kept as text";
            case JSON -> "JSON document";
            case XML -> "XML document";
            case FREE_TEXT -> "free text";
        };
    }

    static String of(ColumnType type) {
        return switch (type.form()) {
            case ENUM -> "one of " + type.labels().size() + " values";
            case ARRAY -> "list";
            case COMPOSITE -> "several values in one";
            case RANGE -> "span";
            case PLAIN, DOMAIN -> of(type.family());
        };
    }

    private static String of(TypeFamily family) {
        return switch (family) {
            case TEXT -> "text";
            case INTEGER -> "whole number";
            case DECIMAL, FLOAT -> "number";
            case MONEY -> "amount";
            case BOOLEAN -> "yes or no";
            case DATE -> "date";
            case TIME -> "time of day";
            case TIMESTAMP -> "date and time";
            case INTERVAL -> "length of time";
            case UUID -> "identifier";
            case ENUM -> "one of some values";
            case JSON -> "JSON document";
            case XML -> "XML document";
            case BINARY, BITS -> "bytes";
            case ARRAY -> "list";
            case COMPOSITE -> "several values in one";
            case RANGE -> "span";
            case GEOMETRY -> "shape or place";
            case NETWORK -> "address of a machine";
            case TEXT_SEARCH -> "search words";
            case OTHER -> "value";
        };
    }

    /** {@code a, b and c}. */
    static String list(List<String> texts) {
        return texts.size() < 2
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.getLast();
    }

    /** Of a table's words: what its rows are called, good enough for a question. */
    static String plural(String words) {
        String last = words.substring(words.lastIndexOf(' ') + 1);
        if (words.endsWith("s") || last.length() < LETTERS_MIN || !endsInLetter(words)) {
            return words;
        }
        if (words.endsWith("y") && words.length() > 1 && !vowel(words.charAt(words.length() - 2))) {
            return words.substring(0, words.length() - 1) + "ies";
        }
        boolean hissing = words.endsWith("x") || words.endsWith("ch") || words.endsWith("sh");
        return words + (hissing ? "es" : "s");
    }

    private static boolean endsInLetter(String words) {
        char last = words.charAt(words.length() - 1);
        return last >= 'a' && last <= 'z';
    }

    private static boolean vowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }
}
