package dev.surveyor.query.plan.compose;

import dev.surveyor.query.plan.query.Condition;
import dev.surveyor.query.plan.query.Condition.Comparison;
import dev.surveyor.query.plan.query.Condition.Literal;
import dev.surveyor.query.plan.query.Measure;
import java.util.List;
import java.util.regex.Pattern;

/** Years and days against columns of moments. */
final class Moments {

    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    private Moments() {}

    /** Whether a moment can be compared with it. */
    static boolean fits(Literal value) {
        return YEAR.matcher(value.text()).matches() || DAY.matcher(value.text()).matches();
    }

    /** A year stands for all of its days. */
    static Condition compared(int column, Comparison comparison, Literal value) {
        Measure measure = Measure.of(column);
        if (!YEAR.matcher(value.text()).matches()) {
            return new Condition.Compared(measure, comparison, value);
        }
        Literal first = Literal.text(value.text() + "-01-01");
        Literal last = Literal.text(value.text() + "-12-31");
        return switch (comparison) {
            case EQUAL -> new Condition.Between(measure, first, last);
            case DIFFERENT ->
                    new Condition.Any(
                            List.of(
                                    new Condition.Compared(measure, Comparison.LESS, first),
                                    new Condition.Compared(measure, Comparison.MORE, last)));
            case LESS, AT_LEAST -> new Condition.Compared(measure, comparison, first);
            case MORE, AT_MOST -> new Condition.Compared(measure, comparison, last);
        };
    }

    static Condition between(int column, Literal low, Literal high) {
        boolean years = YEAR.matcher(low.text()).matches() && YEAR.matcher(high.text()).matches();
        return new Condition.Between(
                Measure.of(column),
                years ? Literal.text(low.text() + "-01-01") : low,
                years ? Literal.text(high.text() + "-12-31") : high);
    }
}
