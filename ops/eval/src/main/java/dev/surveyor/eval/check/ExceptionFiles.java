package dev.surveyor.eval.check;

import dev.surveyor.eval.EvaluationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that was not as it should be, by name: a line each, behind a line of heads. */
final class ExceptionFiles {

    private final Path exceptionsFile;
    private final Path disputedFile;

    private ExceptionFiles(Path folder) {
        exceptionsFile = folder.resolve("exceptions.tsv");
        disputedFile = folder.resolve("disputed.tsv");
    }

    /**
     * Makes the folder and forgets what an earlier check left there; before the work, so that a
     * folder that cannot be written to is found out then.
     */
    static ExceptionFiles in(Path folder) {
        try {
            Files.createDirectories(folder);
            ExceptionFiles files = new ExceptionFiles(folder);
            Files.deleteIfExists(files.exceptionsFile);
            Files.deleteIfExists(files.disputedFile);
            return files;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Writes both files, empty but for their heads where there is nothing to tell.
     *
     * @param disputed pairs, as {@code id/id}
     */
    void write(List<CheckedGold> golds, List<String> disputed) {
        List<String> exceptions = new ArrayList<>(List.of("id\tdatabase\treason"));
        for (CheckedGold gold : golds) {
            if (!gold.accepted()) {
                exceptions.add(
                        String.join(
                                "\t",
                                gold.question().id(),
                                gold.question().database(),
                                gold.exception().strip().replaceAll("\\s+", " ")));
            }
        }
        List<String> pairs = new ArrayList<>(List.of("pair"));
        pairs.addAll(disputed);
        try {
            Files.write(exceptionsFile, exceptions);
            Files.write(disputedFile, pairs);
        } catch (IOException e) {
            throw unwritable(exceptionsFile, e);
        }
    }

    private static EvaluationException unwritable(Path path, IOException cause) {
        return new EvaluationException("Cannot write to " + path + ": " + cause + ".", cause);
    }

    @Override
    public String toString() {
        return exceptionsFile + ", " + disputedFile;
    }
}
