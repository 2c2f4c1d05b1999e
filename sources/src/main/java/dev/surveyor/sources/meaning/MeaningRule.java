package dev.surveyor.sources.meaning;

/** Recognises one kind of meaning. */
interface MeaningRule {

    /** {@link Meaning#NOTHING} where it is not of this kind. */
    Meaning judge(Evidence evidence);
}
