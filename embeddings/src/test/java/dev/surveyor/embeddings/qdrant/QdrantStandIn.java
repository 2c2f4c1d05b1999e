package dev.surveyor.embeddings.qdrant;

import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Speaks Qdrant's protocol on the loopback address, keys and failures included. */
public final class QdrantStandIn implements AutoCloseable {

    private static final Metadata.Key<String> API_KEY =
            Metadata.Key.of("api-key", Metadata.ASCII_STRING_MARSHALLER);

    private static final int TERMINATION_SECONDS_MAX = 5;

    private final Server server;
    private final StandInCollections collections;
    private final String apiKey;
    private final int port;
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<Status> failures = new ConcurrentLinkedQueue<>();

    public QdrantStandIn(String apiKey) throws IOException {
        this(apiKey, 0, new StandInCollections());
    }

    private QdrantStandIn(String apiKey, int wanted, StandInCollections collections)
            throws IOException {
        this.collections = collections;
        this.apiKey = apiKey;
        server =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted))
                        .addService(
                                ServerInterceptors.intercept(
                                        new StandInCollectionsService(collections),
                                        new Gate(apiKey)))
                        .addService(
                                ServerInterceptors.intercept(
                                        new StandInPointsService(collections), new Gate(apiKey)))
                        .addService(
                                ServerInterceptors.intercept(
                                        new StandInSnapshotsService(), new Gate(apiKey)))
                        .addService(
                                ServerInterceptors.intercept(
                                        new StandInHealthService(), new Gate(apiKey)))
                        .build()
                        .start();
        this.port = server.getPort();
    }

    /** After it was closed: at the same address, with what it kept. */
    public QdrantStandIn again() throws IOException {
        return new QdrantStandIn(apiKey, port, collections);
    }

    /** How many points were written or taken away so far. */
    public long changes() {
        return collections.changes.sum();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** How many it understood. */
    int calls() {
        return calls.get();
    }

    /** The next calls fail so, one after another. */
    void failNext(Status... statuses) {
        Stream.of(statuses).forEach(failures::add);
    }

    StandInCollections collections() {
        return collections;
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(TERMINATION_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets in who has the key, unless this call is to fail. */
    private final class Gate implements ServerInterceptor {

        private final String apiKey;

        Gate(String apiKey) {
            this.apiKey = apiKey;
        }

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            calls.incrementAndGet();
            Status failure =
                    apiKey.equals(headers.get(API_KEY)) ? failures.poll() : Status.UNAUTHENTICATED;
            if (failure != null) {
                call.close(failure, new Metadata());
                return new ServerCall.Listener<>() {};
            }
            return new Refusing<>(next.startCall(call, headers), call);
        }
    }

    /** What a request must not say ends its call as the server would end it. */
    private static final class Refusing<Q, A>
            extends ForwardingServerCallListener.SimpleForwardingServerCallListener<Q> {

        private final ServerCall<Q, A> call;
        private @Nullable RuntimeException refused;

        Refusing(ServerCall.Listener<Q> delegate, ServerCall<Q, A> call) {
            super(delegate);
            this.call = call;
        }

        @Override
        public void onHalfClose() {
            try {
                super.onHalfClose();
            } catch (IllegalArgumentException e) {
                refused = e;
                call.close(Status.INVALID_ARGUMENT.withDescription(e.getMessage()), new Metadata());
            }
        }

        @Override
        public void onComplete() {
            if (refused == null) {
                super.onComplete();
            }
        }
    }
}
