package dev.surveyor.eval.questions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Gathers a file's questions, each id once; for one file. */
final class QuestionReader implements Consumer<Fields> {

    private final QuestionForm form;
    private final List<Question> read = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    QuestionReader(QuestionForm form) {
        this.form = form;
    }

    @Override
    public void accept(Fields fields) {
        Question question = form.read(fields);
        if (!ids.add(question.id())) {
            throw fields.bad("id", "\"" + question.id() + "\" was there before");
        }
        read.add(question);
    }

    List<Question> questions() {
        return read;
    }
}
