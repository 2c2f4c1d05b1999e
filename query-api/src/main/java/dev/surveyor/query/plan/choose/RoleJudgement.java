package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.link.ColumnFacts;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.read.Role;
import java.util.Map;
import java.util.Set;

/** Whether columns are in the plan for what they were read to be. */
final class RoleJudgement implements Judgement {

    @Override
    public void judge(Judged plan, Map<String, Double> figures) {
        Lookup lookup = plan.lookup();
        Reading reading = plan.reading();
        Query query = plan.query();
        Map<Role, Set<Integer>> parts = Roles.of(query);
        double all = 0;
        for (Map.Entry<Role, Set<Integer>> part : parts.entrySet()) {
            double regret = 0;
            double worst = 0;
            for (ColumnFacts column : lookup.columns()) {
                double lean = reading.lean(part.getKey(), column.id());
                if (part.getValue().contains(column.id())) {
                    regret += Math.min(0, lean);
                    worst = Math.min(worst, lean);
                } else {
                    regret -= Math.max(0, lean);
                }
            }
            figures.put("role " + part.getKey(), regret);
            figures.put("worst " + part.getKey(), worst);
            all += regret;
        }
        figures.put("roles", all);
    }
}
