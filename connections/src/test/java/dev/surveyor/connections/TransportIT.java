package dev.surveyor.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.connections.House.Answer;
import dev.surveyor.connections.House.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The way to a real server that speaks TLS, and to others that say nothing. */
class TransportIT {

    private static final String PATH = "/api/v1/connections";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static House house;
    private static Person owner;
    private static Person guest;
    private static TestCertificates certificates;

    @BeforeAll
    static void open() throws Exception {
        house = House.shared();
        owner = house.register("tara");
        guest = house.register("gus");
        certificates =
                TestCertificates.in(house.folder)
                        .authority("ours")
                        .authority("others")
                        .signed("server", "some server", "ours", "-ext", "san=dns:localhost")
                        .signed("client", "shop_certified", "ours")
                        .signed("impostor", "shop_certified", "others");
        Path key = house.folder.resolve("server.key");
        Files.createFile(
                key,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, certificates.key("server"));
        Path own =
                Files.writeString(
                        house.folder.resolve("server.crt"), certificates.certificate("server"));
        Path authority =
                Files.writeString(
                        house.folder.resolve("ours.crt"), certificates.certificate("ours"));
        Path access = house.folder.resolve("postgres/pg_hba.conf");
        Files.writeString(
                access, "hostssl all shop_certified all cert\n" + Files.readString(access));
        house.execute("postgres", "CREATE ROLE shop_certified LOGIN");
        house.execute("shop", "GRANT shop_reader TO shop_certified");
        house.execute("postgres", "ALTER SYSTEM SET ssl_key_file = '" + key + "'");
        house.execute("postgres", "ALTER SYSTEM SET ssl_cert_file = '" + own + "'");
        house.execute("postgres", "ALTER SYSTEM SET ssl_ca_file = '" + authority + "'");
        house.execute("postgres", "ALTER SYSTEM SET ssl = on");
        reload();
    }

    /** Returns when new sessions are under the new rules. */
    private static void reload() throws IOException {
        long before = Files.readString(log()).lines().filter(TransportIT::tellsOfReload).count();
        house.administrator("postgres")
                .sql("SELECT pg_reload_conf()")
                .query(Boolean.class)
                .single();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (Files.readString(log()).lines().filter(TransportIT::tellsOfReload).count() == before
                && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static boolean tellsOfReload(String line) {
        return line.contains("parameter \"ssl\" changed");
    }

    private static Path log() throws IOException {
        try (var files = Files.walk(house.folder.resolve("logs"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("postgres"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static ObjectNode fields(String host, String ssl) {
        return JSON.createObjectNode()
                .put("name", host + " " + ssl + " " + UUID.randomUUID())
                .put("kind", "postgresql")
                .put("host", host)
                .put("port", house.store.port())
                .put("database", "shop")
                .put("username", "shop_reader")
                .put("password", "reads")
                .put("ssl", ssl);
    }

    private static ObjectNode verified(String host, String ssl, String authority) {
        return fields(host, ssl).put("authority", certificates.certificate(authority));
    }

    private static ObjectNode certified(String client) {
        ObjectNode fields = verified("localhost", "VERIFY_FULL", "ours");
        fields.remove("password");
        return fields.put("username", "shop_certified")
                .put("certificate", certificates.certificate(client))
                .put("key", certificates.key(client));
    }

    private static Answer tried(ObjectNode fields) throws Exception {
        return house.post(PATH + "/test", owner, fields.toString());
    }

    private static void assertWorks(ObjectNode fields) throws Exception {
        Answer answer = tried(fields);
        assertThat(answer.at("/code")).as(answer.text()).isEqualTo("ok");
    }

    private static String encrypted(ObjectNode fields) throws Exception {
        return house.ask(
                house.create(owner, fields.toString()),
                "SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
    }

    @Test
    void theWayIsEncryptedAsFarAsTheConnectionSays() throws Exception {
        assertThat(encrypted(fields("127.0.0.1", "DISABLE"))).isEqualTo("false");
        assertThat(encrypted(fields("127.0.0.1", "PREFER"))).isEqualTo("true");
        assertThat(encrypted(fields("127.0.0.1", "REQUIRE"))).isEqualTo("true");
    }

    @Test
    void aServerOfAnotherAuthorityIsRefused() throws Exception {
        assertWorks(verified("127.0.0.1", "VERIFY_CA", "ours"));
        for (String ssl : new String[] {"VERIFY_CA", "VERIFY_FULL"}) {
            Answer refused = tried(verified("localhost", ssl, "others"));
            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.at("/code")).as(refused.text()).isEqualTo("refused");
            assertThat(refused.at("/message")).contains("certificate");
        }
    }

    @Test
    void aServerThatIsNotTheOneThatWasNamedIsRefused() throws Exception {
        assertWorks(verified("localhost", "VERIFY_FULL", "ours"));
        Answer refused = tried(verified("127.0.0.1", "VERIFY_FULL", "ours"));
        assertThat(refused.at("/code")).as(refused.text()).isEqualTo("refused");
        assertThat(refused.at("/message")).contains("another host");
    }

    @Test
    void aClientCertificateOpensTheDoorAndItsKeyIsNeverGivenBack() throws Exception {
        assertWorks(certified("client"));
        UUID id = house.create(owner, certified("client").toString());
        assertThat(house.ask(id, "SELECT current_user::text")).isEqualTo("shop_certified");
        Answer shown = house.get(PATH + "/" + id, owner);
        assertThat(shown.body().path("hasKey").asBoolean()).isTrue();
        assertThat(shown.at("/certificate")).startsWith("-----BEGIN CERTIFICATE");
        assertThat(shown.text()).doesNotContain("PRIVATE KEY");
        house.post(
                PATH + "/" + id + "/shares",
                owner,
                "{\"userId\":\"%s\",\"right\":\"VIEW\"}".formatted(guest.id()));
        assertThat(house.get(PATH + "/" + id, guest).text()).doesNotContain("BEGIN");

        // Changed without typing the key again, it still opens.
        ObjectNode renamed = certified("client").put("name", "Certified");
        renamed.remove("key");
        assertThat(house.send("PUT", PATH + "/" + id, owner, renamed.toString()).status())
                .isEqualTo(200);
        assertThat(house.ask(id, "SELECT current_user::text")).isEqualTo("shop_certified");
    }

    @Test
    void withoutTheRightCertificateTheDoorStaysShut() throws Exception {
        ObjectNode without = certified("client").put("password", "anything");
        without.remove("certificate");
        without.remove("key");
        assertThat(tried(without).at("/code")).isEqualTo("refused");
        Answer impostor = tried(certified("impostor"));
        assertThat(impostor.at("/code")).as(impostor.text()).isEqualTo("refused");
    }

    @Test
    void whoGivesNoPasswordIsNotLentThatOfWhoeverRunsSurveyor() throws Exception {
        Path passwords = Files.writeString(house.folder.resolve("pgpass"), "*:*:*:*:reads\n");
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
        System.setProperty("org.postgresql.pgpassfile", passwords.toString());
        try {
            ObjectNode without = fields("127.0.0.1", "PREFER");
            without.remove("password");
            assertThat(tried(without).at("/code")).isEqualTo("refused");
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
        }
    }

    @Test
    void whatIsNoCertificateIsRefusedBeforeItIsSaved() throws Exception {
        ObjectNode noAuthority = fields("localhost", "VERIFY_FULL");
        assertThat(house.post(PATH, owner, noAuthority.toString()).field()).isEqualTo("authority");
        ObjectNode noPem = fields("localhost", "VERIFY_FULL").put("authority", "/etc/passwd");
        assertThat(house.post(PATH, owner, noPem.toString()).field()).isEqualTo("authority");
        ObjectNode noKey = certified("client");
        noKey.remove("key");
        assertThat(house.post(PATH, owner, noKey.toString()).field()).isEqualTo("key");
        ObjectNode oldKey =
                certified("client")
                        .put("key", certificates.key("client").replace("PRIVATE", "RSA PRIVATE"));
        assertThat(house.post(PATH, owner, oldKey.toString()).field()).isEqualTo("key");
        ObjectNode keyAlone = fields("localhost", "REQUIRE").put("key", certificates.key("client"));
        assertThat(house.post(PATH, owner, keyAlone.toString()).field()).isEqualTo("key");
    }

    @Test
    void aServerThatAcceptsAndStaysSilentIsGivenUpInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertGivenUp(silent.getLocalPort());
        }
    }

    @Test
    void aServerThatOffersTlsAndThenStaysSilentIsGivenUpInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            Socket caller = silent.accept();
                            caller.getOutputStream().write('S');
                            caller.getInputStream().readAllBytes();
                        } catch (IOException over) {
                            assertThat(over).isNotNull();
                        }
                    });
            assertGivenUp(silent.getLocalPort());
        }
    }

    private static void assertGivenUp(int port) throws Exception {
        long begin = System.nanoTime();
        Answer answer = tried(fields("127.0.0.1", "REQUIRE").put("port", port));
        assertThat(answer.at("/code")).as(answer.text()).isEqualTo("unreachable");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(
                        Duration.ofSeconds(1), House.CONNECT_TIMEOUT.plus(Duration.ofSeconds(2)));
    }
}
