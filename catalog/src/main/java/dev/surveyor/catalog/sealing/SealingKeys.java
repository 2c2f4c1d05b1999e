package dev.surveyor.catalog.sealing;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.CatalogException.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256 keys by id. Written as {@code id:base64} separated by line ends or commas, the current
 * one first.
 */
final class SealingKeys {

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int KEYS_MAX = 100;

    private final SequencedMap<String, SecretKey> byId;

    private SealingKeys(SequencedMap<String, SecretKey> byId) {
        this.byId = byId;
    }

    /** Those of the file, which is made with a new key where there is none. */
    static SealingKeys of(Path file) {
        try {
            if (!Files.exists(file)) {
                OwnerOnly.write(file, generate());
            }
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (IOException e) {
            throw wrong("The sealing keys in " + file + " cannot be read (" + e + ")", e);
        }
    }

    static SealingKeys parse(String text, String where) {
        SequencedMap<String, SecretKey> keys = new LinkedHashMap<>();
        for (String line : text.split("[\\n,]", KEYS_MAX)) {
            if (!line.isBlank()) {
                String[] parts = line.strip().split(":", 2);
                keys.put(parts[0], key(parts, where));
            }
        }
        if (keys.isEmpty()) {
            throw wrong("There is no sealing key in " + where, null);
        }
        return new SealingKeys(keys);
    }

    private static SecretKey key(String[] parts, String where) {
        try {
            byte[] bytes = Base64.getDecoder().decode(parts.length == 2 ? parts[1] : "");
            if (bytes.length == KEY_BYTES && parts[0].matches("[A-Za-z0-9]{1,20}")) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            throw wrong("A sealing key in " + where + " is not base64", e);
        }
        throw wrong("A sealing key in " + where + " is not 'id:' and 32 bytes in base64", null);
    }

    private static CatalogException wrong(String what, @Nullable Throwable cause) {
        return new CatalogException(
                Code.KEYS_UNUSABLE,
                false,
                what + ": put the right keys back (surveyor.catalog.sealing-keys-file).",
                cause);
    }

    private static String generate() {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[ID_BYTES];
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(id);
        random.nextBytes(key);
        return line(HexFormat.of().formatHex(id), key);
    }

    private static String line(String id, byte[] key) {
        return id + ":" + Base64.getEncoder().encodeToString(key) + "\n";
    }

    /** Puts a new key before those of the file. */
    static SealingKeys addTo(Path file) {
        SealingKeys keys = of(file);
        keys.write(file, generate());
        return of(file);
    }

    /** Leaves nothing but the current key in the file. */
    void keepCurrentIn(Path file) {
        new SealingKeys(new LinkedHashMap<>(Map.ofEntries(current()))).write(file, "");
    }

    private void write(Path file, String before) {
        StringBuilder text = new StringBuilder(before);
        byId.forEach((id, key) -> text.append(line(id, key.getEncoded())));
        try {
            OwnerOnly.write(file, text.toString());
        } catch (IOException e) {
            throw wrong("The sealing keys in " + file + " cannot be written (" + e + ")", e);
        }
    }

    /** All but the current one. */
    List<String> older() {
        return byId.keySet().stream().skip(1).toList();
    }

    Map.Entry<String, SecretKey> current() {
        return byId.firstEntry();
    }

    @Nullable SecretKey byId(String id) {
        return byId.get(id);
    }
}
