package dev.surveyor.schedules.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.surveyor.catalog.SealedColumn;
import dev.surveyor.catalog.Sealer;
import dev.surveyor.connections.Destinations;
import dev.surveyor.schedules.ScheduleHouse;
import dev.surveyor.schedules.SchedulesSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failed nights told to a real server on this machine. */
class WebhookIT {

    private static final String SECRET = "a secret of sixteen";
    private static final LocalDate NIGHT = LocalDate.parse("2031-03-10");

    private record Received(String method, String path, String signature, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = Instant.EPOCH;
    private HttpServer receiver;
    private ScheduleHouse house;
    private NoticeDelivery delivery;

    @BeforeEach
    void open() throws Exception {
        house = ScheduleHouse.shared();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
        house.catalog().sql("DELETE FROM schedule_notice").update();
        delivery = delivery(house.bean(WebhookCall.class));
    }

    private NoticeDelivery delivery(WebhookCall call) {
        return new NoticeDelivery(
                house.bean(NoticeRows.class),
                call,
                house.bean(Sealer.class),
                house.bean(SchedulesSettings.class),
                registry,
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                });
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(
                    new Received(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            String.valueOf(
                                    exchange.getRequestHeaders().getFirst("X-Surveyor-Signature")),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            int status = answers.isEmpty() ? 204 : answers.removeFirst();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
    }

    /** A failed night of a connection that is told there. */
    private UUID failed(String name, String url) throws Exception {
        UUID connection = house.connection(name, "admin");
        assertThat(
                        house.send(
                                        "GET",
                                        "/api/v1/connections/" + connection + "/schedule",
                                        "admin",
                                        "")
                                .status())
                .isEqualTo(200);
        house.catalog()
                .sql(
                        """
                        UPDATE schedule SET webhook_url = :url, sealed_webhook_secret = :secret, own = true
                         WHERE connection_id = :id
                        """)
                .param("url", url)
                .param(
                        "secret",
                        house.bean(Sealer.class)
                                .seal(
                                        SECRET.getBytes(StandardCharsets.UTF_8),
                                        SealedColumn.SCHEDULE_WEBHOOK_SECRET.place(connection)))
                .param("id", connection)
                .update();
        house.catalog()
                .sql(
                        """
                        INSERT INTO schedule_run (connection_id, local_date, due_at, state)
                        VALUES (:id, :night, now(), 'FAILED')
                        """)
                .param("id", connection)
                .param("night", NIGHT)
                .update();
        house.bean(Notices.class)
                .add(
                        new Notices.FailedNight(
                                connection, NIGHT, UUID.randomUUID(), "The database is away."));
        now = Instant.now().plusSeconds(1);
        return connection;
    }

    private String result(UUID connection) {
        return house.catalog()
                .sql(
                        "SELECT result FROM schedule_notice WHERE connection_id = :id AND ended_at IS NOT NULL")
                .param("id", connection)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private double counted(String result) {
        return registry.counter("surveyor.schedules.webhooks", "result", result).count();
    }

    @Test
    void aFailedNightIsToldWithASignatureThatTheReceiverCanCheck() throws Exception {
        UUID connection = failed("told", url("/nights?team=data"));
        delivery.deliver();
        assertThat(received)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.method()).isEqualTo("POST");
                    assertThat(message.path()).isEqualTo("/nights?team=data");
                    assertThat(message.body())
                            .contains("night.failed", connection.toString(), "\"told\"", "away");
                    assertThat(message.signature())
                            .isEqualTo(
                                    "t="
                                            + now.getEpochSecond()
                                            + ",v1="
                                            + hmac(now.getEpochSecond() + "." + message.body()));
                });
        assertThat(result(connection)).isEqualTo("delivered");
        assertThat(counted("delivered")).isEqualTo(1);
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatDoesNotArriveIsTriedAgainEverLater() throws Exception {
        UUID connection = failed("tried again", url("/nights"));
        answers.addAll(List.of(500, 503));
        delivery.deliver();
        delivery.deliver();
        assertThat(received).hasSize(1);
        now = now.plusSeconds(31);
        delivery.deliver();
        now = now.plusSeconds(31);
        delivery.deliver();
        assertThat(received).hasSize(2);
        now = now.plusSeconds(30);
        delivery.deliver();
        assertThat(received).hasSize(3);
        assertThat(result(connection)).isEqualTo("delivered");
    }

    @Test
    void afterAFewTriesItIsGivenUp() throws Exception {
        UUID connection = failed("given up", url("/nights"));
        for (int each = 0; each < 10; each++) {
            answers.add(500);
        }
        for (int each = 0; each < 10; each++) {
            delivery.deliver();
            now = now.plus(Duration.ofHours(2));
        }
        assertThat(received).hasSize(6);
        assertThat(result(connection)).isEqualTo("given_up: The receiver answered 500.");
        assertThat(counted("retried")).isEqualTo(5);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        UUID connection = failed("redirected", url("/nights"));
        answers.add(302);
        delivery.deliver();
        assertThat(received).extracting(Received::path).containsExactly("/nights");
        assertThat(result(connection)).isEmpty();
    }

    @Test
    void anAddressThatConnectionsMayNotLeadToIsNotCalled() throws Exception {
        UUID connection = failed("refused", "http://169.254.169.254/latest");
        delivery.deliver();
        assertThat(result(connection)).startsWith("refused: This host leads to 169.254.169.254");
    }

    @Test
    void theCheckedAddressIsCalledAndNoOther() throws Exception {
        // A name that leads elsewhere by the time of the call would be looked up again by others.
        Destinations once = host -> List.of(InetAddress.getLoopbackAddress());
        UUID connection =
                failed(
                        "pinned",
                        "http://surveyor.invalid:" + receiver.getAddress().getPort() + "/nights");
        delivery(new WebhookCall(once)).deliver();
        assertThat(result(connection)).isEqualTo("delivered");
    }

    @Test
    void whoeverDoesNotSpeakTlsIsNotTalkedToInTheClear() throws Exception {
        failed("plain", url("/nights").replace("http:", "https:"));
        delivery.deliver();
        assertThat(received).isEmpty();
        assertThat(counted("retried")).isEqualTo(1);
    }

    @Test
    void aReceiverThatStaysSilentIsNotWaitedForForever() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebhookCall call = house.bean(WebhookCall.class);
            assertThatThrownBy(() ->
                            call.post(
                                    URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"),
                                    Map.of(),
                                    "{}",
                                    Duration.ofMillis(300)))
                    .isInstanceOf(IOException.class);
        }
    }
}
