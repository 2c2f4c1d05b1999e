package dev.surveyor.pipeline.lease;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Transactions that begin by asking for the lease under which this thread works. */
final class FencedTransactions implements PlatformTransactionManager {

    private final PlatformTransactionManager transactions;
    private final Leases leases;

    FencedTransactions(PlatformTransactionManager transactions, Leases leases) {
        this.transactions = transactions;
        this.leases = leases;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        TransactionStatus status = transactions.getTransaction(definition);
        if (status.isNewTransaction()) {
            try {
                Fence.held().ifPresent(leases::require);
            } catch (RuntimeException e) {
                transactions.rollback(status);
                throw e;
            }
        }
        return status;
    }

    @Override
    public void commit(TransactionStatus status) {
        transactions.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        transactions.rollback(status);
    }
}
