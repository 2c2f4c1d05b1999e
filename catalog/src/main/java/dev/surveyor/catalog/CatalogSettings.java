package dev.surveyor.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the catalog is kept.
 *
 * @param url JDBC address of the PostgreSQL (14 or later) that holds the catalog, without
 *     credentials; empty: one is started from this program under the data folder
 * @param username login that owns the catalog's database: it creates the schema and its roles
 * @param password password of that login
 * @param queryUsername login for the query side, which cannot write what surveys prepare; empty:
 *     the owner's login acts as the query role
 * @param queryPassword password of the query side's login
 * @param poolSize most connections of the pool that writes
 * @param queryPoolSize most connections of the query side's pool
 * @param connectTimeout how long to wait for a connection before giving up
 * @param embeddedPort port of the embedded PostgreSQL on the loopback address; 0: one that is free,
 *     the same again at the next start
 * @param sealingKeys keys that seal what is kept secret: id:base64 of 32 bytes, comma separated,
 *     the current one first; empty: those of the file
 * @param sealingKeysFile file with them, one in a line, made where there is none; empty:
 *     secrets/sealing.keys in the data folder
 */
@Validated
@ConfigurationProperties("surveyor.catalog")
public record CatalogSettings(
        @DefaultValue("")
                @Pattern(
                        regexp = "|jdbc:postgresql://[^?]+(\\?(?!.*(user|password)=).*)?",
                        message =
                                "must look like jdbc:postgresql://host:5432/database, without user or password in it")
                String url,
        @DefaultValue("surveyor") @NotNull String username,
        @Nullable Secret password,
        @Nullable String queryUsername,
        @Nullable Secret queryPassword,
        @DefaultValue("10") @Min(2) @Max(200) int poolSize,
        @DefaultValue("10") @Min(1) @Max(200) int queryPoolSize,
        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 5)
                Duration connectTimeout,
        @DefaultValue("0") @Min(0) @Max(65535) int embeddedPort,
        @Nullable Secret sealingKeys,
        @DefaultValue("") String sealingKeysFile) {

    /** Whether the operator named no PostgreSQL, so that one is started here. */
    public boolean embedded() {
        return url.isBlank();
    }
}
