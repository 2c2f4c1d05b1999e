package dev.surveyor.app.command;

import dev.surveyor.query.Answer;

/** Shows answers in one form. */
@FunctionalInterface
interface AnswerPrinter {

    void print(Answer answer);
}
