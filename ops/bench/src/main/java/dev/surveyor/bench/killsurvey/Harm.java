package dev.surveyor.bench.killsurvey;

/**
 * What a kill does to one survey.
 *
 * @param boundary the commit at which it meets it; 0: a moment
 * @param before whether that commit is not made
 * @param moment part of the time that undisturbed surveys take
 */
record Harm(int run, int boundary, boolean before, double moment) {

    static Harm atCommit(int boundary, boolean before) {
        return new Harm(0, boundary, before, 0);
    }

    static Harm atMoment(double moment) {
        return new Harm(0, 0, false, moment);
    }

    boolean isAtCommit() {
        return boundary > 0;
    }

    Harm numbered(int number) {
        return new Harm(number, boundary, before, moment);
    }

    @Override
    public String toString() {
        return "run %d, %s"
                .formatted(
                        run,
                        isAtCommit()
                                ? "%s commit %d".formatted(before ? "before" : "after", boundary)
                                : "at %.0f %% of its time".formatted(moment * 100));
    }
}
