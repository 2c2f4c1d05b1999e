package dev.surveyor.app.command;

import dev.surveyor.query.Engine;

/**
 * How questions are to be answered.
 *
 * @param rowsMax of each answer
 * @param explain whether answers tell their steps
 */
record Asking(Engine engine, int rowsMax, boolean explain) {

    Asking withSteps() {
        return new Asking(engine, rowsMax, true);
    }
}
