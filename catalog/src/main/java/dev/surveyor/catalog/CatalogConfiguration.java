package dev.surveyor.catalog;

import com.zaxxer.hikari.HikariDataSource;
import dev.surveyor.catalog.sealing.AesSealer;
import dev.surveyor.catalog.store.CatalogPools;
import dev.surveyor.catalog.store.CatalogSchema;
import dev.surveyor.catalog.store.JdbcEditions;
import dev.surveyor.catalog.store.JdbcInstallations;
import dev.surveyor.catalog.store.StoreDependency;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Opens the catalog: waits for its server, brings the schema up to date, hands out the pools. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogSettings.class)
public class CatalogConfiguration {

    /** Name of the pool that acts as the query side's role. */
    public static final String QUERY_POOL = "catalogQueryPool";

    /** Whoever gets a pool gets it with the schema in place: both pools hang on this bean. */
    @Bean
    CatalogPools catalogPools(CatalogSettings settings, ObjectProvider<EmbeddedStore> embedded) {
        embedded.ifAvailable(EmbeddedStore::awaitReady);
        CatalogPools pools = new CatalogPools(settings);
        new CatalogSchema(pools.owner()).bringUpToDate(pools.queryLogin());
        return pools;
    }

    @Bean
    @Primary
    HikariDataSource catalogPool(CatalogPools pools) {
        return pools.writer();
    }

    @Bean(QUERY_POOL)
    HikariDataSource catalogQueryPool(CatalogPools pools) {
        return pools.query();
    }

    @Bean
    StoreDependency storeDependency(CatalogPools pools) {
        return new StoreDependency(pools);
    }

    @Bean
    Sealer sealer(CatalogSettings settings) {
        return new AesSealer(settings);
    }

    @Bean
    Installations installations(@Qualifier(QUERY_POOL) HikariDataSource pool) {
        return new JdbcInstallations(pool);
    }

    @Bean
    Editions editions(@Qualifier(QUERY_POOL) HikariDataSource pool) {
        return new JdbcEditions(pool);
    }
}
