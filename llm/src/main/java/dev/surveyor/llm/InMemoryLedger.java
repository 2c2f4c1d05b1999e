package dev.surveyor.llm;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the tokens of today in this process, for those who spent last. */
final class InMemoryLedger implements UsageLedger {

    private final int usersMax;
    private final Map<String, Long> spent = new LinkedHashMap<>(16, 0.75f, true);
    private LocalDate today = LocalDate.EPOCH;

    InMemoryLedger(int usersMax) {
        this.usersMax = usersMax;
    }

    @Override
    public synchronized long spend(String user, LocalDate day, long tokens) {
        if (day.isAfter(today)) {
            today = day;
            spent.clear();
        } else if (day.isBefore(today)) {
            return 0;
        }
        long sum = spent.merge(user, tokens, Long::sum);
        if (spent.size() > usersMax) {
            spent.remove(spent.keySet().iterator().next());
        }
        return sum;
    }
}
