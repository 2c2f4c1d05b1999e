package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.words.Lexicon;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Which words speak of what, worked out once: ranking asks for it with every plan. */
public final class Coverage {

    private final List<BitSet> tables;
    private final List<BitSet> columns;
    private final BitSet linked = new BitSet();

    Coverage(Links links) {
        tables = tokens(links.tables());
        columns = tokens(links.columns());
        tables.forEach(linked::or);
        columns.forEach(linked::or);
        for (int i = 0; i < links.sentence().size(); i++) {
            if (Lexicon.isFunctionWord(links.sentence().lower(i)) || links.inValue(i)) {
                linked.clear(i);
            }
        }
    }

    private static List<BitSet> tokens(List<List<Mention>> mentions) {
        List<BitSet> all = new ArrayList<>();
        for (List<Mention> each : mentions) {
            BitSet tokens = new BitSet();
            each.forEach(mention -> tokens.set(mention.from(), mention.to()));
            all.add(tokens);
        }
        return all;
    }

    /** How many words speak of something, but of none of these. */
    public int uncovered(Set<Integer> usedColumns, Set<Integer> usedTables) {
        BitSet left = (BitSet) linked.clone();
        usedColumns.forEach(column -> left.andNot(columns.get(column)));
        usedTables.forEach(table -> left.andNot(tables.get(table)));
        return left.cardinality();
    }
}
