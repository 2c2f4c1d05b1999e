package dev.surveyor.eval.terminal;

import java.util.List;
import picocli.CommandLine.Option;

/** The option that says how much of a long list is printed, shared by the measurements. */
public final class Lists {

    @Option(
            names = "--list",
            paramLabel = "N",
            defaultValue = "20",
            description = "Most names printed of a list (default: ${DEFAULT-VALUE}).")
    private int namesMax;

    /** The list's size, its name and its first members. */
    public String line(String name, List<String> members) {
        String head = members.size() + " " + name;
        if (members.isEmpty() || namesMax <= 0) {
            return head;
        }
        String shown = String.join(", ", members.subList(0, Math.min(namesMax, members.size())));
        int more = members.size() - namesMax;
        return head + ": " + shown + (more > 0 ? " and " + more + " more" : "");
    }
}
