package dev.surveyor.catalog;

/**
 * Why a column is taken to hold personal data.
 *
 * @param confidence between 0 and 1
 * @param reason a sentence that a person can check; never a value of the column
 */
public record PersonalEvidence(double confidence, String reason) {}
