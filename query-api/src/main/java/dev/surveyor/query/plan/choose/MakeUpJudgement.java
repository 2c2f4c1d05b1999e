package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Head;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.read.Skeleton;
import java.util.Map;

/** How likely the plan is made up as the question was read. */
final class MakeUpJudgement implements Judgement {

    @Override
    public void judge(Judged plan, Map<String, Double> figures) {
        Reading reading = plan.reading();
        Query query = plan.query();
        Map<Head, String> labels = Skeleton.of(query);
        double sum = 0;
        for (Head head : Head.values()) {
            double chance = Math.log(reading.chance(head, labels.getOrDefault(head, "")));
            figures.put("head " + head, Math.max(-6, chance));
            sum += chance;
        }
        figures.put("heads", sum);
    }
}
