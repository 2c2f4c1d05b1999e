package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.link.Links;
import dev.surveyor.query.plan.link.Mention;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Reading;
import dev.surveyor.query.plan.words.Lexicon;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Words that are linked to something that the plan does not use. */
final class CoverageJudgement implements Judgement {

    @Override
    public void judge(Judged plan, Map<String, Double> figures) {
        Reading reading = plan.reading();
        Query query = plan.query();
        Links links = reading.links();
        Set<Integer> columns = new HashSet<>();
        Set<Integer> tables = new HashSet<>();
        for (Query.Select select : Parts.selects(query)) {
            tables.addAll(select.from().tables());
            Roles.of(select).values().forEach(columns::addAll);
        }
        double uncovered = 0;
        for (int i = 0; i < links.sentence().size(); i++) {
            int token = i;
            boolean function = Lexicon.isFunctionWord(links.sentence().lower(i));
            boolean linked =
                    links.columns().stream()
                                    .flatMap(each -> each.stream())
                                    .anyMatch(mention -> mention.covers(token))
                            || links.tables().stream()
                                    .flatMap(each -> each.stream())
                                    .anyMatch(mention -> mention.covers(token));
            if (!function && linked && !isCovered(token, columns, tables, links)) {
                uncovered++;
            }
        }
        figures.put("uncovered", uncovered);
    }

    private static boolean isCovered(
            int token, Set<Integer> columns, Set<Integer> tables, Links links) {
        for (int column : columns) {
            for (Mention mention : links.columns().get(column)) {
                if (mention.covers(token)) {
                    return true;
                }
            }
        }
        for (int table : tables) {
            for (Mention mention : links.tables().get(table)) {
                if (mention.covers(token)) {
                    return true;
                }
            }
        }
        return links.inValue(token);
    }
}
