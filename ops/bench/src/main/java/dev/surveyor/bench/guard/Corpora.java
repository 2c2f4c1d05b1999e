package dev.surveyor.bench.guard;

import dev.surveyor.eval.guard.Corpus;
import dev.surveyor.eval.guard.Corpus.Block;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The statements that the guard's experiments begin with. */
final class Corpora {

    /** A folder in its place, for who has another corpus. */
    private static final String FOLDER = "SURVEYOR_GUARD_CORPUS";

    private Corpora() {}

    static Corpus chosen() {
        String folder = System.getenv(FOLDER);
        return new Corpus(folder == null ? null : Path.of(folder));
    }

    static List<String> statements(Corpus corpus) {
        List<Block> blocks = new ArrayList<>(corpus.accepted());
        blocks.addAll(corpus.refused());
        return blocks.stream().map(Block::sql).toList();
    }
}
