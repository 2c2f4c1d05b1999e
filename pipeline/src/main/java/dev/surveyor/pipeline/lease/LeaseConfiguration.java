package dev.surveyor.pipeline.lease;

import org.springframework.boot.batch.autoconfigure.BatchTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring Batch's bookkeeping writes under the lease of the survey that it is of. */
@Configuration(proxyBeanMethods = false)
class LeaseConfiguration {

    @Bean(defaultCandidate = false)
    @BatchTransactionManager
    FencedTransactions fencedTransactions(
            PlatformTransactionManager transactionManager, Leases leases) {
        return new FencedTransactions(transactionManager, leases);
    }
}
