package dev.surveyor.schedules.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.surveyor.connections.Destinations;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages to a receiver that speaks TLS, with a certificate of its own. */
class EncryptedWebhookIT {

    private static final String NAME = "receiver.invalid";
    private static final String PASSWORD = "changeit";

    /** Whatever the name, it leads here. */
    private static final Destinations HERE = host -> List.of(InetAddress.getLoopbackAddress());

    @TempDir private Path folder;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpsServer receiver;
    private SSLContext encryption;

    @BeforeEach
    void open() throws IOException, GeneralSecurityException, InterruptedException {
        encryption = encryption(certified());
        receiver =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setHttpsConfigurator(new HttpsConfigurator(encryption));
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** A key and a certificate that says {@link #NAME}, as people make them for themselves. */
    private KeyStore certified()
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("receiver.p12");
        Process made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "receiver",
                                "-dname",
                                "CN=" + NAME,
                                "-ext",
                                "san=dns:" + NAME,
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }

    private static SSLContext encryption(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        trusted.setCertificateEntry("receiver", store.getCertificate("receiver"));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private int post(WebhookCall call, String host) throws IOException {
        return call.post(
                URI.create("https://%s:%d/nights".formatted(host, receiver.getAddress().getPort())),
                Map.of(),
                "{}",
                Duration.ofSeconds(20));
    }

    private WebhookCall trusting() {
        return new WebhookCall(HERE, encryption::getSocketFactory);
    }

    @Test
    void aReceiverWhoseCertificateIsTrustedGetsTheMessage() throws IOException {
        assertThat(post(trusting(), NAME)).isEqualTo(204);
        assertThat(received).containsExactly("{}");
    }

    @Test
    void aCertificateForAnotherNameIsNotEnough() {
        assertThatThrownBy(() -> post(trusting(), "another.invalid"))
                .isInstanceOf(SSLHandshakeException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotEnough() {
        assertThatThrownBy(() -> post(new WebhookCall(HERE), NAME))
                .isInstanceOf(SSLHandshakeException.class);
        assertThat(received).isEmpty();
    }
}
