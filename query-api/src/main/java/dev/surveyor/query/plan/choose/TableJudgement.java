package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.read.Role;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether the plan reads the tables that were read to be needed, and no others. */
final class TableJudgement implements Judgement {

    @Override
    public void judge(Judged plan, Map<String, Double> figures) {
        Lookup lookup = plan.lookup();
        Reading reading = plan.reading();
        Query query = plan.query();
        Query.Select main = plan.main();
        Set<Integer> used = new HashSet<>();
        Parts.selects(query).forEach(select -> used.addAll(select.from().tables()));
        double regret = 0;
        double missing = 0;
        for (int table = 0; table < lookup.tables().size(); table++) {
            double lean = reading.tableLean(table);
            if (used.contains(table)) {
                regret += Math.min(0, lean);
            } else {
                missing -= Math.max(0, lean);
            }
        }
        figures.put("tables needless", regret);
        figures.put("tables missing", missing);
        figures.put("tree cost", main.from().cost());
        figures.put("tables", (double) main.from().tables().size());
        Set<Integer> owners = new HashSet<>();
        Map<Role, Set<Integer>> parts = Roles.of(main);
        parts.values()
                .forEach(columns -> columns.forEach(id -> owners.add(lookup.column(id).table())));
        long leaves =
                main.from().tables().stream()
                        .filter(table ->
                                !owners.contains(table)
                                        && main.from().edges().stream()
                                                        .filter(edge -> edge.touches(table))
                                                        .count()
                                                <= 1)
                        .count();
        figures.put("idle leaves", main.from().tables().size() == 1 ? 0.0 : (double) leaves);
    }
}
