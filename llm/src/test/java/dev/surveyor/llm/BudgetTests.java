package dev.surveyor.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BudgetTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final InMemoryLedger ledger = new InMemoryLedger(2);

    private Budget budget(long question, long day) {
        return new Budget("u1", question, day, ledger, TestModel.NOON);
    }

    private static void assertOverBudget(Runnable call) {
        assertThatExceptionOfType(LlmException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.code()).isEqualTo(LlmException.Code.OVER_BUDGET));
    }

    @Test
    void givesBackWhatACallDidNotCost() {
        Budget budget = budget(1_000, 0);

        Budget.Taken taken = budget.take(100, 400);
        assertThat(budget.spent()).isEqualTo(500);
        budget.settle(taken, 130);

        assertThat(budget.spent()).isEqualTo(130);
        assertThat(ledger.spend("u1", TODAY, 0)).isEqualTo(130);
    }

    @Test
    void letsAnAnswerBeAsLongAsTheQuestionCanPay() {
        Budget budget = budget(1_000, 0);

        assertThat(budget.take(700, 4_096).answerTokens()).isEqualTo(300);
        assertOverBudget(() -> budget.take(1, 10));
    }

    @Test
    void ownsUpToWhatWasMoreThanThought() {
        Budget budget = budget(1_000, 0);

        budget.settle(budget.take(100, 100), 990);

        assertOverBudget(() -> budget.take(5, 100));
    }

    @Test
    void endsWithTheDaysTokensAndBeginsAnewTomorrow() {
        Budget budget = budget(0, 1_000);
        budget.settle(budget.take(400, 500), 900);

        assertOverBudget(() -> budget.take(50, 51));
        assertThat(ledger.spend("u1", TODAY, 0)).isEqualTo(900);

        Clock tomorrow = Clock.offset(TestModel.NOON, Duration.ofDays(1));
        new Budget("u1", 0, 1_000, ledger, tomorrow).take(400, 500);
    }

    @Test
    void isOnePersonsAlone() {
        budget(0, 100).take(50, 50);

        new Budget("u2", 0, 100, ledger, TestModel.NOON).take(50, 50);
        assertOverBudget(() -> budget(0, 100).take(1, 1));
    }

    @Test
    void isNeverOverspentByCallsAtOnce() throws Exception {
        AtomicInteger paid = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(
                        threads.submit(() -> {
                            try {
                                budget(0, 1_000).take(50, 50);
                                paid.incrementAndGet();
                            } catch (LlmException e) {
                                assertThat(e.code()).isEqualTo(LlmException.Code.OVER_BUDGET);
                            }
                        }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        assertThat(paid.get()).isBetween(1, 10);
        assertThat(ledger.spend("u1", TODAY, 0)).isEqualTo(paid.get() * 100L);
    }

    @Test
    void remembersThoseWhoSpentLast() {
        ledger.spend("u1", TODAY, 1);
        ledger.spend("u2", TODAY, 2);
        ledger.spend("u1", TODAY, 1);
        ledger.spend("u3", TODAY, 3);

        assertThat(ledger.spend("u1", TODAY, 0)).isEqualTo(2);
        assertThat(ledger.spend("u2", TODAY, 0)).isZero();
    }
}
