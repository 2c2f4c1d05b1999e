package dev.surveyor.catalog.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.CatalogSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AesSealerTests {

    private static final byte[] PLAIN = "open sesame".getBytes(StandardCharsets.UTF_8);
    private static final String OLD_KEY = "old:" + "A".repeat(43) + "=";
    private static final String NEW_KEY = "new:" + "B".repeat(42) + "A=";

    @TempDir Path folder;

    private static AesSealer sealer(Map<String, String> settings) {
        return new AesSealer(
                new Binder(new MapConfigurationPropertySource(new HashMap<>(settings)))
                        .bindOrCreate("surveyor.catalog", CatalogSettings.class));
    }

    private AesSealer withFile() {
        return sealer(
                Map.of("surveyor.catalog.sealing-keys-file", folder.resolve("s/keys").toString()));
    }

    private static AesSealer withKeys(String keys) {
        return sealer(Map.of("surveyor.catalog.sealing-keys", keys));
    }

    @Test
    void whatWasSealedIsUnsealedAlsoByTheNextProcess() throws IOException {
        String sealed = withFile().seal(PLAIN, "row 1");
        assertThat(withFile().unseal(sealed, "row 1")).isEqualTo(PLAIN);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("s/keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theSameTextIsNeverSealedTheSameWay() {
        AesSealer sealer = withFile();
        assertThat(sealer.seal(PLAIN, "row 1")).isNotEqualTo(sealer.seal(PLAIN, "row 1"));
    }

    @Test
    void aSealedTextThatWasMovedOrChangedIsRefused() {
        AesSealer sealer = withFile();
        String sealed = sealer.seal(PLAIN, "row 1");
        assertThatThrownBy(() -> sealer.unseal(sealed, "row 2"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("row 2")
                .hasMessageContaining("was changed");
        char last = sealed.charAt(sealed.length() - 5);
        String changed =
                sealed.substring(0, sealed.length() - 5)
                        + (last == 'A' ? 'B' : 'A')
                        + sealed.substring(sealed.length() - 4);
        assertThatThrownBy(() -> sealer.unseal(changed, "row 1"))
                .isInstanceOf(CatalogException.class);
        assertThatThrownBy(() -> sealer.unseal(sealed.substring(0, 12), "row 1"))
                .isInstanceOf(CatalogException.class);
    }

    @Test
    void anOlderKeyStillUnsealsAndTheFirstOneSeals() {
        String sealed = withKeys(OLD_KEY).seal(PLAIN, "row 1");
        AesSealer rotated = withKeys(NEW_KEY + "," + OLD_KEY);
        assertThat(rotated.unseal(sealed, "row 1")).isEqualTo(PLAIN);
        assertThat(rotated.seal(PLAIN, "row 1")).startsWith("new.");
        assertThatThrownBy(() -> withKeys(NEW_KEY).unseal(sealed, "row 1"))
                .hasMessageContaining("'old'");
    }

    @Test
    void keysThatAreNoneAreToldWithoutShowingThem() {
        assertThatThrownBy(() -> withKeys("a:c2hvcnQ=").seal(PLAIN, "row 1"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("surveyor.catalog.sealing-keys")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> withKeys(" , ").seal(PLAIN, "row 1"))
                .hasMessageContaining("no sealing key");
    }
}
