package dev.surveyor.query;

/** A step of the way to an answer, and how long it took. */
public record AnswerStep(String step, double ms, String note) {}
