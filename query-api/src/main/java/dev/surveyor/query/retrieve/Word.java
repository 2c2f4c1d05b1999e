package dev.surveyor.query.retrieve;

/**
 * A word of a text.
 *
 * @param stem what all its forms share
 * @param written as it stands there, small and without accents
 */
record Word(String stem, String written) {}
