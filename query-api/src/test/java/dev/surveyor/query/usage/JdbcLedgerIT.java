package dev.surveyor.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.llm.UsageLedger;
import dev.surveyor.query.QueryHouse;
import java.time.LocalDate;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcLedgerIT {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private final String user = UUID.randomUUID().toString();
    private QueryHouse house;
    private UsageLedger ledger;

    @BeforeEach
    void open() throws Exception {
        house = QueryHouse.shared();
        ledger = house.bean(UsageLedger.class);
    }

    @Test
    void tokensAddUpForEachPersonAndDay() {
        assertThat(ledger.spend(user, DAY, 100)).isEqualTo(100);
        assertThat(ledger.spend(user, DAY, 50)).isEqualTo(150);
        assertThat(ledger.spend(user, DAY, -30)).isEqualTo(120);
        assertThat(ledger.spend(user, DAY.plusDays(1), 7)).isEqualTo(7);
        assertThat(ledger.spend(user + "x", DAY, 9)).isEqualTo(9);
    }

    @Test
    void anotherProcessSeesThem() {
        ledger.spend(user, DAY, 100);
        assertThat(new JdbcLedger(house.catalog()).spend(user, DAY, 1)).isEqualTo(101);
    }

    @Test
    void noneIsLostWhenManySpendAtOnce() throws Exception {
        Callable<Long> spending = () -> ledger.spend(user, DAY, 3);
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> spent : askers.invokeAll(Collections.nCopies(100, spending))) {
                assertThat(spent.get()).isPositive();
            }
        }
        assertThat(ledger.spend(user, DAY, 0)).isEqualTo(300);
    }
}
