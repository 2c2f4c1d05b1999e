package dev.surveyor.query.plan.choose;

import java.util.List;
import java.util.Map;

/** One view of a plan: puts figures, always under the same names. */
interface Judgement {

    /** All, in the order of {@link PlanFeatures#NAMES}. */
    List<Judgement> ALL =
            List.of(
                    new MakeUpJudgement(),
                    new RoleJudgement(),
                    new TableJudgement(),
                    new SenseJudgement(),
                    new CoverageJudgement(),
                    new FigureJudgement(),
                    new OrderJudgement());

    void judge(Judged plan, Map<String, Double> figures);
}
