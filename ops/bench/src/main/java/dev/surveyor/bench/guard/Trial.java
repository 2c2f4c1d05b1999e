package dev.surveyor.bench.guard;

import dev.surveyor.sources.StatementRules.Judge;
import dev.surveyor.sources.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One worker's share of the mutations, and what it counted. */
final class Trial implements AutoCloseable {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double VERDICT_MILLIS_MAX = 2000;
    private static final int SHOWN_MAX = 20;

    private final Judge judge;
    private final Unguarded unguarded;
    private final List<String> remarks = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private int accepted;
    private int ran;
    private int escaped;
    private int hung;
    private int crashed;

    Trial(Judge judge, Unguarded unguarded) {
        this.judge = judge;
        this.unguarded = unguarded;
    }

    List<String> remarks() {
        return remarks;
    }

    List<Double> millis() {
        return millis;
    }

    int accepted() {
        return accepted;
    }

    /** Those of the accepted that the server could run as well. */
    int ran() {
        return ran;
    }

    int escaped() {
        return escaped;
    }

    int hung() {
        return hung;
    }

    int crashed() {
        return crashed;
    }

    void one(String sql) throws SQLException {
        long begin = System.nanoTime();
        Verdict verdict;
        try {
            verdict = judge.verdict(sql);
        } catch (RuntimeException | StackOverflowError e) {
            crashed++;
            remark("crashed with " + e, sql);
            return;
        }
        double took = (System.nanoTime() - begin) / NANOS_PER_MILLI;
        millis.add(took);
        if (took > VERDICT_MILLIS_MAX) {
            hung++;
            remark("verdict took " + took + " ms", sql);
        }
        if (verdict instanceof Verdict.Accepted print) {
            accepted++;
            effect(print.sql(), sql);
        }
    }

    private void effect(String printed, String sql) throws SQLException {
        switch (unguarded.run(printed)) {
            case READ -> ran++;
            case FAILED -> {
                // The server's own word against it.
            }
            case ESCAPED -> {
                escaped++;
                remark("escaped as " + printed, sql);
            }
            case HUNG -> {
                hung++;
                remark("hung as " + printed, sql);
            }
        }
    }

    private void remark(String what, String sql) {
        if (remarks.size() < SHOWN_MAX) {
            remarks.add(what + " <- " + sql);
        }
    }

    /** Looks at the canaries for a last time. */
    void end() throws SQLException {
        if (unguarded.changed()) {
            escaped++;
            remarks.add("the canaries changed");
        }
    }

    @Override
    public void close() throws SQLException {
        unguarded.close();
    }
}
