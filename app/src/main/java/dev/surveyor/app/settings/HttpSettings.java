package dev.surveyor.app.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The one HTTP port.
 *
 * @param port port to listen on
 * @param address address to listen on; before a wider one than 127.0.0.1 lets others in, check that
 *     TLS is in front, that its proxy is among trusted-proxies, and who may register
 *     (surveyor.access.registration)
 * @param trustedProxies regular expression of the addresses of proxies whose X-Forwarded-For and
 *     X-Forwarded-Proto are believed; empty: nobody's
 * @param connectionsMax most connections open at a time
 * @param shutdownGrace how long answers and surveys under way may take to come to an end after a
 *     stop was asked for; the embedded store takes about a second more
 */
@Validated
@ConfigurationProperties("surveyor.http")
public record HttpSettings(
        @DefaultValue("8080") @Min(1) @Max(65535) int port,
        @DefaultValue("127.0.0.1") @NotBlank String address,
        @DefaultValue("") String trustedProxies,
        @DefaultValue("8000") @Min(10) @Max(100000) int connectionsMax,
        @DefaultValue("7s") @DurationMin(seconds = 0) @DurationMax(minutes = 10)
                Duration shutdownGrace) {}
