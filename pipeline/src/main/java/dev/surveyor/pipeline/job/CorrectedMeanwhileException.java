package dev.surveyor.pipeline.job;

/** Somebody corrected a table that was surveyed already: it has to be looked at again. */
final class CorrectedMeanwhileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CorrectedMeanwhileException() {
        super(
                "Tables were corrected while they were surveyed, again and again: restart the survey.");
    }
}
