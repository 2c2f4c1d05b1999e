package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Words that are linked to something that the plan does not use. */
final class CoverageJudgement implements Judgement {

    @Override
    public void judge(Judged plan, Map<String, Double> figures) {
        Set<Integer> columns = new HashSet<>();
        Set<Integer> tables = new HashSet<>();
        for (Query.Select select : Parts.selects(plan.query())) {
            tables.addAll(select.from().tables());
            Roles.of(select).values().forEach(columns::addAll);
        }
        figures.put("uncovered", (double) plan.reading().coverage().uncovered(columns, tables));
    }
}
