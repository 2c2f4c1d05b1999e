package dev.surveyor.bench.embeddings;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented questions and table documents; the same seed gives the same texts, no text twice. */
final class Texts {

    private static final List<String> NOUNS =
            List.of(
                    "order",
                    "customer",
                    "price",
                    "region",
                    "date",
                    "amount",
                    "status",
                    "product",
                    "line",
                    "stock",
                    "supplier",
                    "invoice",
                    "employee",
                    "salary",
                    "city",
                    "country",
                    "category",
                    "quantity",
                    "discount",
                    "total",
                    "warehouse",
                    "payment",
                    "currency",
                    "contract",
                    "address",
                    "channel",
                    "return",
                    "shipment",
                    "carrier",
                    "budget");

    private final Random random;

    Texts(long seed) {
        random = new Random(seed);
    }

    private String noun() {
        return NOUNS.get(random.nextInt(NOUNS.size()));
    }

    /** About 30 tokens each. */
    List<String> questions(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(
                    ("How many %ss of each %s had a %s above the average %s in the %s that the"
                                    + " %s of %d was sent to, by %s and %s?")
                            .formatted(
                                    noun(),
                                    noun(),
                                    noun(),
                                    noun(),
                                    noun(),
                                    noun(),
                                    random.nextInt(1000),
                                    noun(),
                                    noun()));
        }
        return texts;
    }

    /** A header and so many columns, about ten tokens each. */
    List<String> documents(int count, int columns) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            text.append("database sales: table ").append(noun()).append(' ').append(noun());
            text.append(" with columns ");
            for (int column = 0; column < columns; column++) {
                text.append(noun()).append(' ').append(noun()).append(", the ").append(noun());
                text.append(" of the ").append(noun()).append("; ");
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
