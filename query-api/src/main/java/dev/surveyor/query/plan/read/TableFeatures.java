package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.KeyEdge;
import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.link.TableFacts;
import dev.surveyor.query.plan.link.ValueMention;
import java.util.ArrayList;
import java.util.List;

/** What a question shows of a table's being needed. */
public final class TableFeatures {

    private TableFeatures() {}

    public static List<String> of(TableFacts table, Lookup lookup, Links links, Symbols symbols) {
        List<String> features = new ArrayList<>();
        String score = ColumnFeatures.bucket(links.tableScore(table.id()));
        String columns = ownColumns(table, lookup, links);
        String values = ownValues(table, lookup, links);
        String between = neighbours(table, lookup, links);
        String bridge = table.bridge() ? "bridge" : "entity";
        String all = Math.min(3, saidTables(lookup, links)) + "";
        features.add("bias");
        features.add("score " + score);
        features.add("columns " + columns);
        features.add("values " + values);
        features.add("between " + between + " " + bridge);
        features.add("score columns " + score + " " + columns);
        features.add("score values " + score + " " + values);
        features.add("columns values " + columns + " " + values);
        features.add("score between " + score + " " + between + " " + bridge);
        features.add("score all " + score + " " + all);
        features.add("score columns values " + score + " " + columns + " " + values + " " + all);
        features.add("tables " + Math.min(4, lookup.tables().size()) + " " + score);
        for (Mention mention : links.tables().get(table.id())) {
            int from = symbols.place(mention.from());
            int to = symbols.place(mention.to() - 1);
            features.add("p1 " + symbols.at(from - 1) + " " + score);
            features.add("p2 " + symbols.at(from - 2) + " " + symbols.at(from - 1));
            features.add("n1 " + symbols.at(to + 1) + " " + score);
            features.add("place " + Math.min(4, from / 3) + " " + score);
            features.add("rivals " + rivals(mention, table, lookup, links) + " " + score);
        }
        return features;
    }

    private static int saidTables(Lookup lookup, Links links) {
        return (int)
                lookup.tables().stream()
                        .filter(table -> links.tableScore(table.id()) >= 0.75)
                        .count();
    }

    /** Its columns that are spoken of, and whether any other table has as good ones. */
    private static String ownColumns(TableFacts table, Lookup lookup, Links links) {
        int alone = 0;
        int shared = 0;
        for (ColumnFacts column : table.columns()) {
            double mine = links.columnScore(column.id());
            if (mine < 0.6) {
                continue;
            }
            Mention mention = links.columns().get(column.id()).getFirst();
            boolean rivalled =
                    lookup.columns().stream()
                            .filter(other -> other.table() != table.id())
                            .flatMap(other -> links.columns().get(other.id()).stream())
                            .anyMatch(other ->
                                    other.covers(mention.from())
                                            && other.score() * other.length()
                                                    >= mine * mention.length() - 0.05);
            if (rivalled) {
                shared++;
            } else {
                alone++;
            }
        }
        return Math.min(3, alone) + "," + Math.min(2, shared);
    }

    private static String ownValues(TableFacts table, Lookup lookup, Links links) {
        String found = "none";
        for (ValueMention value : links.values()) {
            if (value.column() >= 0 && lookup.column(value.column()).table() == table.id()) {
                boolean others =
                        links.values().stream()
                                .anyMatch(other ->
                                        other.column() >= 0
                                                && other.covers(value.from())
                                                && lookup.column(other.column()).table()
                                                        != table.id());
                found = others ? "shared" : "alone";
                if (!others) {
                    break;
                }
            }
        }
        return found;
    }

    /** How many of the tables beside it are spoken of. */
    private static String neighbours(TableFacts table, Lookup lookup, Links links) {
        int said = 0;
        for (KeyEdge edge : lookup.edges()) {
            if (edge.touches(table.id()) && links.tableScore(edge.across(table.id())) >= 0.75) {
                said++;
            }
        }
        return Integer.toString(Math.min(3, said));
    }

    private static int rivals(Mention mine, TableFacts table, Lookup lookup, Links links) {
        int better = 0;
        for (TableFacts other : lookup.tables()) {
            if (other.id() != table.id()
                    && links.tables().get(other.id()).stream()
                            .anyMatch(theirs ->
                                    theirs.covers(mine.from())
                                            && theirs.score() * theirs.length()
                                                    > mine.score() * mine.length())) {
                better++;
            }
        }
        return Math.min(2, better);
    }
}
