package dev.surveyor.eval.sqlshape;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.select.Select;

/** What a query is made of. */
public record SqlShape(Hardness hardness, Set<Construct> constructs) {

    /** For questions whose SQL nobody wrote or nobody can parse. */
    public static final SqlShape UNKNOWN = new SqlShape(Hardness.UNRATED, Set.of());

    public SqlShape {
        Set<Construct> ordered = EnumSet.noneOf(Construct.class);
        ordered.addAll(constructs);
        constructs = Collections.unmodifiableSet(ordered);
    }

    public static SqlShape of(String sql) {
        return parse(sql)
                .map(query ->
                        new SqlShape(SpiderRules.hardness(query), ConstructFinder.findIn(query)))
                .orElse(UNKNOWN);
    }

    /** The tree of a query; none where it is not one or does not parse. */
    public static Optional<Select> parse(String sql) {
        try {
            // Not CCJSqlParserUtil.parse: that starts a thread for each query.
            return CCJSqlParserUtil.newParser(sql).Statement() instanceof Select select
                    ? Optional.of(select)
                    : Optional.empty();
        } catch (ParseException | TokenMgrException unparsable) {
            return Optional.empty();
        }
    }
}
