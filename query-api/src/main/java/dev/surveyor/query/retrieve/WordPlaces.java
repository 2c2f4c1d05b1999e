package dev.surveyor.query.retrieve;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** In which names of an edition a word of the vocabulary stands. */
final class WordPlaces {

    private static final int PLACE_BITS = 2;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
    private static final Place[] PLACES = Place.values();

    private final int[] words;
    private final int[] upTo;
    private final int[] places;
    private final int[] tableWords;
    private final int[] columnWords;

    /** What is collected before it is packed. */
    static final class Collected {

        private final Map<Integer, TreeSet<Integer>> places = new TreeMap<>();
        private final int[] tableWords;
        private final int[] columnWords;

        Collected(int tables, int columns) {
            tableWords = new int[tables];
            columnWords = new int[columns];
        }

        void add(int word, Place place, int number) {
            places.computeIfAbsent(word, none -> new TreeSet<>())
                    .add(number << PLACE_BITS | place.at());
        }

        /** So many words make up the name itself. */
        void nameWords(Place place, int number, int words) {
            if (place == Place.TABLE) {
                tableWords[number] = words;
            } else if (place == Place.COLUMN) {
                columnWords[number] = words;
            }
        }

        WordPlaces packed() {
            return new WordPlaces(this);
        }
    }

    private WordPlaces(Collected collected) {
        words = collected.places.keySet().stream().mapToInt(Integer::intValue).toArray();
        upTo = new int[words.length + 1];
        List<TreeSet<Integer>> all = List.copyOf(collected.places.values());
        for (int i = 0; i < words.length; i++) {
            upTo[i + 1] = upTo[i] + all.get(i).size();
        }
        places = new int[upTo[words.length]];
        int next = 0;
        for (TreeSet<Integer> some : all) {
            for (int place : some) {
                places[next++] = place;
            }
        }
        tableWords = collected.tableWords;
        columnWords = collected.columnWords;
    }

    /** Takes a table's or column's number, or 0 for the connection. */
    interface Visitor {
        void met(Place place, int number);
    }

    void visit(int word, Visitor visitor) {
        int at = Arrays.binarySearch(words, word);
        if (at >= 0) {
            for (int i = upTo[at]; i < upTo[at + 1]; i++) {
                visitor.met(PLACES[places[i] & PLACE_MASK], places[i] >> PLACE_BITS);
            }
        }
    }

    /** How many words a table's name is made of; at least 1. */
    int tableWords(int table) {
        return Math.max(1, tableWords[table]);
    }

    int columnWords(int column) {
        return Math.max(1, columnWords[column]);
    }

    long bytes() {
        return 4L
                * (words.length
                        + upTo.length
                        + places.length
                        + tableWords.length
                        + columnWords.length);
    }
}
