package dev.surveyor.query.plan.words;

import org.jspecify.annotations.Nullable;

/**
 * One word, number or sign-bearing name of a question.
 *
 * @param text as it was written
 * @param lower in small letters
 * @param stem what its forms have in common
 * @param begin where it starts in the question
 * @param end after its last character
 * @param quote counts the quoted phrases from 0; -1: it stands in none
 * @param number what it says as a number; null: it is none
 */
public record Token(
        String text,
        String lower,
        String stem,
        int begin,
        int end,
        int quote,
        @Nullable Double number) {

    public boolean quoted() {
        return quote >= 0;
    }

    /** Whether it is written in digits, not in words. */
    public boolean digits() {
        return number != null && Character.isDigit(text.charAt(text.length() - 1));
    }

    public boolean capital() {
        return Character.isUpperCase(text.charAt(0));
    }
}
