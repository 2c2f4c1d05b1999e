package dev.surveyor.query.plan.read;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.link.ValueMention;
import dev.surveyor.query.plan.words.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What a question shows of a column's part in the plan. */
public final class ColumnFeatures {

    private static final int CONTEXTS = 3;
    private static final Set<String> MARKERS =
            Set.of(
                    "what",
                    "which",
                    "show",
                    "list",
                    "find",
                    "give",
                    "return",
                    "each",
                    "per",
                    "by",
                    "whose",
                    "with",
                    "who",
                    "that",
                    "where",
                    "order",
                    "ordered",
                    "sort",
                    "sorted",
                    "have",
                    "has",
                    "had",
                    "than",
                    "for",
                    "in",
                    "from",
                    "most",
                    "least",
                    "number",
                    "many",
                    "average",
                    "total",
                    "maximum",
                    "minimum",
                    "highest",
                    "lowest",
                    "and",
                    "or",
                    "not",
                    "is",
                    "are",
                    "different",
                    "distinct",
                    "grouped");

    private ColumnFeatures() {}

    public static List<String> of(
            ColumnFacts column, Lookup lookup, Links links, Clues clues, Symbols symbols) {
        List<String> features = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>(links.columns().get(column.id()));
        String score = bucket(links.columnScore(column.id()));
        String owner = owner(column, links);
        String kind = kind(column);
        String held = held(column, links);
        features.add("bias");
        features.add("score " + score);
        features.add("owner " + owner);
        features.add("kind " + kind + " " + score);
        features.add("held " + held);
        features.add("held " + held + " " + score);
        features.add("score owner " + score + " " + owner);
        features.add("start " + symbols.at(0) + " " + symbols.at(1) + " " + score);
        String name = named(column, links, lookup);
        features.add("name " + name);
        features.add("name owner " + name + " " + owner + " " + symbols.at(0));
        if (mentions.isEmpty()) {
            features.add("unsaid " + kind + " " + owner + " " + held);
            features.add(
                    "unsaid " + name + " " + owner + " " + symbols.at(0) + " " + symbols.at(1));
            return features;
        }
        String rivals = rivals(column, mentions.getFirst(), lookup, links);
        features.add("rivals " + rivals);
        features.add("score rivals " + score + " " + rivals);
        features.add("score rivals owner " + score + " " + rivals + " " + owner);
        features.add("mentions " + mentions.size());
        mentions.sort(Comparator.comparingInt(Mention::from));
        for (int i = 0; i < Math.min(CONTEXTS, mentions.size()); i++) {
            context(mentions.get(i), column, i, score + rivals, links, clues, symbols, features);
        }
        return features;
    }

    private static void context(
            Mention mention,
            ColumnFacts column,
            int index,
            String sure,
            Links links,
            Clues clues,
            Symbols symbols,
            List<String> features) {
        int from = symbols.place(mention.from());
        int to = symbols.place(mention.to() - 1);
        String before = symbols.at(from - 1);
        String after = symbols.at(to + 1);
        features.add("p1 " + before);
        features.add("p1 sure " + before + " " + sure);
        features.add("p2 " + symbols.at(from - 2) + " " + before);
        features.add("p3 " + symbols.at(from - 3) + " " + symbols.at(from - 2) + " " + before);
        features.add("n1 " + after);
        features.add("n2 " + after + " " + symbols.at(to + 2));
        features.add("around " + before + " " + after);
        String marker = marker(symbols, from, 1);
        features.add("marker " + marker);
        features.add("marker sure " + marker + " " + sure);
        features.add("markers " + marker(symbols, from, 2) + " " + marker);
        features.add("marker kind " + marker + " " + column.kind());
        features.add("start marker " + symbols.at(0) + " " + symbols.at(1) + " " + marker);
        features.add("place " + index + " " + Math.min(4, from / 3));
        features.add("place sure " + Math.min(4, from / 3) + " " + sure);
        Sentence sentence = links.sentence();
        for (int i = Math.max(0, mention.from() - 3); i < mention.from(); i++) {
            features.add("near before " + sentence.lower(i));
        }
        for (int i = mention.to(); i < Math.min(sentence.size(), mention.to() + 3); i++) {
            features.add("near after " + sentence.lower(i));
        }
        for (Clue clue : clues.all()) {
            int distance = clue.from() - mention.to();
            if ((distance >= -1 && distance <= 3) || clue.covers(mention.from())) {
                features.add("clue after " + QuestionFeatures.name(clue) + " " + column.kind());
            }
            if (clue.to() <= mention.from() && mention.from() - clue.to() <= 3) {
                features.add("clue before " + QuestionFeatures.name(clue) + " " + column.kind());
            }
        }
        for (ValueMention value : links.values()) {
            int distance = value.from() - mention.to();
            if (distance >= 0 && distance <= 3) {
                features.add("value after " + (value.column() == column.id()) + " " + distance);
            }
        }
    }

    private static String marker(Symbols symbols, int before, int which) {
        int found = 0;
        for (int i = before - 1; i >= 0; i--) {
            if (MARKERS.contains(symbols.at(i)) && ++found == which) {
                return symbols.at(i);
            }
        }
        return "<s>";
    }

    static String bucket(double score) {
        return score >= 0.999 ? "10" : Integer.toString((int) Math.floor(score * 8));
    }

    /** Whether its table is spoken of, and right behind it. */
    private static String owner(ColumnFacts column, Links links) {
        String score =
                links.tableScore(column.table()) >= 0.75
                        ? "said"
                        : links.tableScore(column.table()) > 0.3 ? "partly" : "unsaid";
        for (Mention mention : links.columns().get(column.id())) {
            for (Mention table : links.tables().get(column.table())) {
                int distance = table.from() - mention.to();
                int back = mention.from() - table.to();
                if (table.score() > 0.3
                        && ((distance >= 0 && distance <= 3) || (back >= 0 && back <= 1))) {
                    return score + " near";
                }
            }
        }
        return score;
    }

    private static String kind(ColumnFacts column) {
        return column.kind()
                + (column.key() ? " key" : "")
                + (column.pointsAt() >= 0 ? " points" : "");
    }

    /** Whether the question names one of its values. */
    private static String held(ColumnFacts column, Links links) {
        String held = "none";
        for (ValueMention value : links.values()) {
            if (value.column() == column.id()) {
                long others =
                        links.values().stream()
                                .filter(other ->
                                        other.covers(value.from()) && other.column() != column.id())
                                .count();
                held =
                        bucket(value.score())
                                + (others == 0 ? " alone" : others < 3 ? " few" : " many");
                break;
            }
        }
        return held;
    }

    /** Whether it is what its table's rows are called. */
    private static String named(ColumnFacts column, Links links, Lookup lookup) {
        boolean name = column.stems().contains("name") || column.stems().contains("titl");
        boolean others =
                lookup.tableOf(column).columns().stream()
                        .anyMatch(other ->
                                other.id() != column.id() && links.columnScore(other.id()) >= 0.6);
        return (name ? "name" : column.key() ? "key" : "other") + (others ? " others" : "");
    }

    /** Other columns that the same words may mean. */
    private static String rivals(ColumnFacts column, Mention mine, Lookup lookup, Links links) {
        int better = 0;
        int equal = 0;
        for (ColumnFacts other : lookup.columns()) {
            if (other.id() == column.id()) {
                continue;
            }
            for (Mention theirs : links.columns().get(other.id())) {
                if (theirs.from() < mine.to() && mine.from() < theirs.to()) {
                    double gain = theirs.score() * theirs.length() - mine.score() * mine.length();
                    better += gain > 0.05 ? 1 : 0;
                    equal += Math.abs(gain) <= 0.05 ? 1 : 0;
                    break;
                }
            }
        }
        return Math.min(2, better) + "," + Math.min(2, equal);
    }
}
