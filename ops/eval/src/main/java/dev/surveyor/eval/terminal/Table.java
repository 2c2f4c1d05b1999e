package dev.surveyor.eval.terminal;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: the first column to the left, figures to the right. */
public final class Table {

    private final List<List<String>> lines = new ArrayList<>();

    public Table(String... heads) {
        lines.add(List.of(heads));
    }

    public Table add(String... cells) {
        if (cells.length != lines.getFirst().size()) {
            throw new IllegalArgumentException("a line has " + cells.length + " cells");
        }
        lines.add(List.of(cells));
        return this;
    }

    /** An empty line. */
    public Table gap() {
        lines.add(List.of());
        return this;
    }

    @Override
    public String toString() {
        int columns = lines.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                String cell = line.get(i);
                String filling = " ".repeat(widths[i] - cell.length());
                row.append(i == 0 ? "" : "  ").append(i == 0 ? cell + filling : filling + cell);
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
