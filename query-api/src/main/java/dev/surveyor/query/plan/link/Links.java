package dev.surveyor.query.plan.link;

import dev.surveyor.query.plan.words.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * What the words of a question are linked to; alternatives are kept.
 *
 * @param tables mentions by table id, the best first
 * @param columns mentions by column id, the best first
 * @param values by where they begin
 */
public record Links(
        Sentence sentence,
        List<List<Mention>> tables,
        List<List<Mention>> columns,
        List<ValueMention> values) {

    public Links {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    public Optional<Mention> table(int id) {
        return tables.get(id).stream().findFirst();
    }

    public Optional<Mention> column(int id) {
        return columns.get(id).stream().findFirst();
    }

    public double tableScore(int id) {
        return table(id).map(Mention::score).orElse(0.0);
    }

    public double columnScore(int id) {
        return column(id).map(Mention::score).orElse(0.0);
    }

    public boolean inValue(int token) {
        return values.stream().anyMatch(value -> value.covers(token));
    }
}
