package dev.surveyor.sources.postgres;

import dev.surveyor.sources.profile.CellForm;
import dev.surveyor.sources.profile.TextForm;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Labels of an enum, in their declared order. */
record LabelForm(List<String> labels) implements CellForm {

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public boolean rankIsWhole() {
        return true;
    }

    @Override
    public long rank(byte[] row, int from, int length) {
        return labels.indexOf(new String(row, from, length, StandardCharsets.UTF_8));
    }

    @Override
    public int compare(byte[] left, byte[] right) {
        return 0;
    }

    @Override
    public String print(byte[] cell) {
        return TextForm.ORDERED.print(cell);
    }

    @Override
    public int printedLength(byte[] row, int from, int length) {
        return TextForm.ORDERED.printedLength(row, from, length);
    }
}
