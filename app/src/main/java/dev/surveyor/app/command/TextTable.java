package dev.surveyor.app.command;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, each column as wide as its widest cell; indented by two. */
final class TextTable {

    private final List<List<String>> lines = new ArrayList<>();

    void add(List<String> cells) {
        lines.add(cells);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                String cell = line.get(i);
                row.append("  ").append(cell).append(" ".repeat(width(i) - cell.length()));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }
}
