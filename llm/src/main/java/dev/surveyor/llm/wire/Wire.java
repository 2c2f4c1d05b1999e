package dev.surveyor.llm.wire;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.surveyor.llm.Cancellation;
import dev.surveyor.llm.LlmException;
import dev.surveyor.llm.LlmException.Code;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The way to a provider. Connections that were made for text that must stay local and those for
 * text that need not are kept apart, so that none of the former ever takes one of the latter.
 */
public final class Wire implements AutoCloseable {

    private static final TimeValue UNUSED_MAX = TimeValue.of(30, TimeUnit.SECONDS);
    private static final TimeValue BELIEVED_ALIVE = TimeValue.of(1, TimeUnit.SECONDS);

    /** What the client library's calls, which know nothing of it, are to obey. */
    private static final ScopedValue<Way> WAY = ScopedValue.newInstance();

    private final CheckedHosts localHosts;
    private final CheckedHosts allHosts;
    private final Connections local;
    private final Connections anywhere;

    /**
     * @param silenceMax longest silence on a connection, whatever else ends a call
     */
    public Wire(
            Duration connectTimeout, Duration silenceMax, int connectionsMax, HostLookup lookup) {
        this.localHosts = new CheckedHosts(lookup, true);
        this.allHosts = new CheckedHosts(lookup, false);
        this.local =
                new Connections(
                        () -> client(connectTimeout, silenceMax, connectionsMax, localHosts));
        this.anywhere =
                new Connections(() -> client(connectTimeout, silenceMax, connectionsMax, allHosts));
    }

    /** Nothing is done behind our back: no redirects, no retries, no cookies, no unpacking. */
    private static CloseableHttpClient client(
            Duration connectTimeout, Duration silenceMax, int connectionsMax, CheckedHosts hosts) {
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setDnsResolver(hosts)
                                .setMaxConnTotal(connectionsMax)
                                .setMaxConnPerRoute(connectionsMax)
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(Timeout.of(connectTimeout))
                                                .setSocketTimeout(Timeout.of(silenceMax))
                                                .setTimeToLive(UNUSED_MAX)
                                                .setValidateAfterInactivity(BELIEVED_ALIVE)
                                                .build())
                                .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(Timeout.of(silenceMax))
                                .setResponseTimeout(Timeout.of(silenceMax))
                                .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    /**
     * Looks an address up.
     *
     * @throws LlmException when text may not go to this address, or there is none
     */
    public void requireReach(String url, boolean localOnly) {
        String host = Objects.requireNonNullElse(URI.create(url).getHost(), "");
        try {
            (localOnly ? localHosts : allHosts).resolve(host);
        } catch (UnknownHostException e) {
            throw failure(host, e);
        }
    }

    /** What a client library is built with, so that its bytes go this way. */
    public HttpClientBuilder clientBuilder() {
        return new WireClient.Builder(this);
    }

    /** Runs what a client library does on this thread; what it sends obeys these two. */
    <T> T going(boolean localOnly, Cancellation cancellation, Supplier<T> call) {
        Way way = new Way((localOnly ? local : anywhere).client(), cancellation);
        return ScopedValue.where(WAY, way).call(call::get);
    }

    /** How the call on this thread goes. */
    Way way() {
        return WAY.get();
    }

    record Way(CloseableHttpClient client, Cancellation cancellation) {}

    static LlmException failure(String host, IOException cause) {
        if (cause instanceof CheckedHosts.NotAllowedException) {
            return new LlmException(
                    Code.NOT_ALLOWED,
                    false,
                    "This connection's text may go to models on your own networks only, and %s is not there: its owner can allow more with the connection's egress, or the model can be another (surveyor.llm.base-url)."
                            .formatted(host),
                    cause);
        }
        return new LlmException(
                Code.UNREACHABLE,
                true,
                "The language model at %s does not answer: start it, or set surveyor.llm.base-url."
                        .formatted(host),
                cause);
    }

    @Override
    public void close() {
        local.close();
        anywhere.close();
    }

    /** Connections of one kind, with what they need made at the first of them. */
    private static final class Connections implements AutoCloseable {

        private final Supplier<CloseableHttpClient> making;
        private @Nullable CloseableHttpClient made;
        private boolean closed;

        Connections(Supplier<CloseableHttpClient> making) {
            this.making = making;
        }

        synchronized CloseableHttpClient client() {
            if (closed) {
                throw new LlmException(
                        Code.STOPPED, true, "Surveyor is stopping: ask again later.", null);
            }
            if (made == null) {
                made = making.get();
            }
            return made;
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (made != null) {
                made.close(CloseMode.IMMEDIATE);
            }
        }
    }
}
