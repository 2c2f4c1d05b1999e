package dev.surveyor.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentTests {

    /** A token a word. */
    private static int tokens(String text) {
        return (int) Arrays.stream(text.split("\\s+")).filter(w -> !w.isEmpty()).count();
    }

    @Test
    void everyChunkBeginsWithTheHeaderAndHoldsAFewParts() {
        List<String> parts = IntStream.range(0, 20).mapToObj(i -> "part" + i).toList();
        List<String> chunks = new Document("the header", parts).chunks(DocumentTests::tokens, 100);
        assertThat(chunks).hasSize(3).allMatch(chunk -> chunk.startsWith("the header\n"));
        assertThat(String.join("\n", chunks)).contains(parts);
    }

    @Test
    void noWordIsLostHoweverLongAPartIs() {
        String part = "w ".repeat(500) + "end";
        List<String> chunks =
                new Document("a header", List.of(part)).chunks(DocumentTests::tokens, 20);
        assertThat(chunks).allMatch(chunk -> tokens(chunk) <= 20);
        assertThat(String.join(" ", chunks).split("\\bw\\b", -1)).hasSize(501);
        assertThat(chunks.getLast()).endsWith("end");
    }

    @Test
    void aHeaderThatLeavesNoRoomIsCutLikeAPart() {
        List<String> chunks =
                new Document("h ".repeat(60).strip(), List.of("tail"))
                        .chunks(DocumentTests::tokens, 10);
        assertThat(chunks).allMatch(chunk -> tokens(chunk) <= 10);
        assertThat(String.join(" ", chunks).split("\\bh\\b", -1)).hasSize(61);
        assertThat(chunks.getLast()).endsWith("tail");
    }

    @Test
    void aWordWithoutEndIsCutBetweenCharacters() {
        List<String> chunks = new Document("", List.of("😀".repeat(50))).chunks(String::length, 11);
        assertThat(String.join("", chunks).replace("\n", "")).isEqualTo("😀".repeat(50));
        assertThat(chunks).allMatch(chunk -> chunk.length() <= 11);
    }

    @Test
    void aDocumentWithoutPartsIsItsHeader() {
        assertThat(new Document("only this", List.of()).chunks(DocumentTests::tokens, 10))
                .containsExactly("only this");
    }
}
