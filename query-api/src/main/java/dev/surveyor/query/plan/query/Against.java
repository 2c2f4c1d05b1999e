package dev.surveyor.query.plan.query;

/** A second figure over the same rows, and what is made of both. */
public record Against(Arithmetic how, Measure measure) {}
