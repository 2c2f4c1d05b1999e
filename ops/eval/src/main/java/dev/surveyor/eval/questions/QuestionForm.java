package dev.surveyor.eval.questions;

/** How a line of a questions file is read. */
interface QuestionForm {

    Question read(Fields fields);
}
