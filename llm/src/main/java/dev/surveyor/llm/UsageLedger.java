package dev.surveyor.llm;

import java.time.LocalDate;

/** Keeps how many tokens each person spent on each day. */
public interface UsageLedger {

    /**
     * Adds to what was spent, atomically.
     *
     * @param user by an id, never a name
     * @param tokens below zero: they were not spent after all
     * @return the day's sum with them
     */
    long spend(String user, LocalDate day, long tokens);
}
