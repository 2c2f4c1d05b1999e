package dev.surveyor.catalog.sealing;

import dev.surveyor.catalog.CatalogException;
import dev.surveyor.catalog.CatalogException.Code;
import dev.surveyor.catalog.CatalogSettings;
import dev.surveyor.catalog.Sealer;
import dev.surveyor.catalog.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM; a sealed text is {@code keyId.base64(nonce, ciphertext, tag)}. */
public final class AesSealer implements Sealer {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final CatalogSettings settings;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Loaded loaded;

    /** Keys and what their file looked like when they were read. */
    private record Loaded(SealingKeys keys, Optional<FileLook> look) {}

    /** Differs whenever another file has taken the place. */
    private record FileLook(FileTime modified, @Nullable Object identity) {

        static Optional<FileLook> at(Path file) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new FileLook(found.lastModifiedTime(), found.fileKey()));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** Reads the keys when first asked for something, and again when their file has changed. */
    public AesSealer(CatalogSettings settings) {
        this.settings = settings;
    }

    private synchronized SealingKeys keys() {
        Secret given = settings.sealingKeys();
        if (given != null) {
            if (loaded == null) {
                loaded =
                        new Loaded(
                                SealingKeys.parse(given.value(), "surveyor.catalog.sealing-keys"),
                                Optional.empty());
            }
            return loaded.keys();
        }
        Path file = Path.of(settings.sealingKeysFile());
        Optional<FileLook> look = FileLook.at(file);
        // A file that is gone is no reason to forget its keys, and still less to make other ones.
        if (loaded == null || (look.isPresent() && !look.equals(loaded.look()))) {
            SealingKeys keys = SealingKeys.of(file);
            loaded = new Loaded(keys, look.isPresent() ? look : FileLook.at(file));
        }
        return loaded.keys();
    }

    @Override
    public String seal(byte[] plain, String place) {
        Map.Entry<String, SecretKey> key = keys().current();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key.getValue(), nonce, key.getKey(), place)
                            .doFinal(plain);
            byte[] text =
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array();
            return key.getKey() + "." + Base64.getEncoder().encodeToString(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks " + TRANSFORMATION, e);
        }
    }

    @Override
    public byte[] unseal(String sealed, String place) {
        int dot = sealed.indexOf('.');
        String keyId = sealed.substring(0, Math.max(dot, 0));
        SecretKey key = keys().byId(keyId);
        if (key == null) {
            throw unusable(
                    "The key '"
                            + keyId
                            + "' that sealed "
                            + place
                            + " is not among the sealing keys: put it back.",
                    null);
        }
        try {
            byte[] text = Base64.getDecoder().decode(sealed.substring(dot + 1));
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(text, NONCE_BYTES), keyId, place)
                    .doFinal(text, NONCE_BYTES, text.length - NONCE_BYTES);
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw unusable("What is sealed for " + place + " was changed: save it anew.", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String keyId, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((keyId + " " + place).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static CatalogException unusable(String message, @Nullable Throwable cause) {
        return new CatalogException(Code.KEYS_UNUSABLE, false, message, cause);
    }
}
