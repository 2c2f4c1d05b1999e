package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Linker;
import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.words.Sentence;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads questions with learnt weights; for many threads. */
public final class Reader {

    private static final int YES = 1;

    private final Map<Head, SoftMax> heads;
    private final Map<Role, SoftMax> roles;
    private final SoftMax tables;

    public Reader(Map<Head, SoftMax> heads, Map<Role, SoftMax> roles, SoftMax tables) {
        this.heads = new EnumMap<>(heads);
        this.roles = new EnumMap<>(roles);
        this.tables = tables;
    }

    public Reading read(Lookup lookup, Sentence sentence) {
        return read(lookup, Linker.link(lookup, sentence), Clues.of(sentence));
    }

    public Reading read(Lookup lookup, Links links, Clues clues) {
        Symbols symbols = Symbols.of(links, clues);
        Map<Head, Map<String, Double>> made = new EnumMap<>(Head.class);
        List<String> features = QuestionFeatures.of(links, clues, symbols);
        heads.forEach((head, model) -> made.put(head, chances(model, features)));
        Map<Role, double[]> roleChances = new EnumMap<>(Role.class);
        roles.keySet().forEach(role -> roleChances.put(role, new double[lookup.columns().size()]));
        for (ColumnFacts column : lookup.columns()) {
            List<String> said = ColumnFeatures.of(column, lookup, links, clues, symbols);
            roles.forEach((role, model) -> {
                double[] chances = roleChances.get(role);
                if (chances != null) {
                    chances[column.id()] = model.chances(said)[YES];
                }
            });
        }
        double[] tableChances = new double[lookup.tables().size()];
        for (TableFacts table : lookup.tables()) {
            tableChances[table.id()] =
                    tables.chances(TableFeatures.of(table, lookup, links, symbols))[YES];
        }
        return new Reading(links, clues, made, roleChances, tableChances);
    }

    private static Map<String, Double> chances(SoftMax model, List<String> features) {
        double[] chances = model.chances(features);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < chances.length; i++) {
            named.put(model.labels().get(i), chances[i]);
        }
        return named;
    }
}
