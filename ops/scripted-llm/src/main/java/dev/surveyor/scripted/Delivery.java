package dev.surveyor.scripted;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts replies on the wire, with what is to go wrong on the way. */
final class Delivery implements AutoCloseable {

    private static final int OK = 200;
    private static final Duration DRIP = Duration.ofMillis(10);

    /** Longer than what will come of it: a body that is promised and breaks off. */
    private static final long MORE_THAN_COMES = 1L << 30;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger gone = new AtomicInteger();
    private final Semaphore goings = new Semaphore(0);

    int readersGone() {
        return gone.get();
    }

    boolean awaitReaderGone(long millis) throws InterruptedException {
        return goings.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    void send(HttpExchange exchange, Map<String, Object> body) throws IOException {
        send(exchange, OK, Speech.JSON.writeValueAsString(body));
    }

    void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    void deliver(HttpExchange exchange, Told told, Reply reply, Speech speech) throws IOException {
        if (!pause(reply.latency())) {
            return;
        }
        if (reply.isError()) {
            if (!reply.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
            }
            send(exchange, reply.status(), speech.error(reply.status()));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", speech.contentType(told.streamed()));
        boolean breaks = reply.fault() == Reply.Fault.CUT_OFF;
        exchange.sendResponseHeaders(OK, breaks ? MORE_THAN_COMES : 0);
        OutputStream out = exchange.getResponseBody();
        try {
            if (told.streamed()) {
                stream(out, told, reply, speech);
            } else {
                whole(out, told, reply, speech);
            }
        } catch (IOException e) {
            gone.incrementAndGet();
            goings.release();
            throw e;
        }
    }

    private void whole(OutputStream out, Told told, Reply reply, Speech speech) throws IOException {
        String body = speech.whole(told, reply, reply.text().apply(told));
        switch (reply.fault()) {
            case NONE -> write(out, body);
            case CUT_OFF, ENDS_EARLY -> write(out, body.substring(0, body.length() / 2));
            case MALFORMED -> write(out, speech.gibberish());
            case FAILS -> write(out, speech.failure());
            case HANGING -> drip(out, " ", Duration.ofHours(1));
            case ENDLESS -> drip(out, " ".repeat(1 << 16), Duration.ZERO);
        }
    }

    private void stream(OutputStream out, Told told, Reply reply, Speech speech)
            throws IOException {
        List<String> pieces = Speech.pieces(reply.text().apply(told));
        boolean fails = reply.fault() != Reply.Fault.NONE;
        if (reply.fault() == Reply.Fault.HANGING && reply.piecesBefore() == 0) {
            drip(out, " ", Duration.ofHours(1));
            return;
        }
        write(out, speech.begin(told, reply));
        int sent = 0;
        for (String piece : pieces) {
            if (fails && sent == reply.piecesBefore()) {
                break;
            }
            if (!pause(reply.pause())) {
                return;
            }
            write(out, speech.piece(told, piece));
            sent++;
        }
        switch (reply.fault()) {
            case NONE -> write(out, speech.end(told, reply));
            case CUT_OFF, ENDS_EARLY -> {
                // Nothing more comes.
            }
            case MALFORMED -> write(out, speech.gibberish());
            case FAILS -> write(out, speech.failure());
            case HANGING -> drip(out, " ", Duration.ofHours(1));
            case ENDLESS ->
                    drip(out, speech.piece(told, "again and again ".repeat(1000)), Duration.ZERO);
        }
    }

    /** Goes on until the reader goes: a write is how a server learns that. */
    private void drip(OutputStream out, String drop, Duration longest) throws IOException {
        long drops = longest.isZero() ? Long.MAX_VALUE : longest.dividedBy(DRIP);
        for (long i = 0; i < drops; i++) {
            write(out, drop);
            if (closed.getCount() == 0 || (!longest.isZero() && !pause(DRIP))) {
                return;
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Whether the server is still there afterwards. */
    private boolean pause(Duration length) {
        try {
            return length.isZero() || !closed.await(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
