package dev.surveyor.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The files that make the shop, in their order.
 *
 * @param fingerprint changes whenever any of them does
 */
record ShopScripts(List<Script> scripts, String fingerprint) {

    private static final String PROGRESS = "-- progress: ";
    private static final List<String> NAMES =
            List.of(
                    "10-schemas-and-helpers",
                    "20-lists",
                    "30-catalogue",
                    "40-people",
                    "50-order-lines",
                    "55-orders",
                    "60-after-the-order",
                    "70-stock",
                    "75-web-and-gift-cards",
                    "80-legacy",
                    "90-keys-and-views",
                    "95-comments-and-statistics");

    /** One file: what to tell while it runs, and its text. */
    record Script(String progress, String sql) {}

    ShopScripts {
        scripts = List.copyOf(scripts);
    }

    static ShopScripts read(String seed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(seed.getBytes(StandardCharsets.UTF_8));
            List<Script> scripts =
                    NAMES.stream()
                            .map(ShopScripts::text)
                            .peek(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)))
                            .map(ShopScripts::script)
                            .toList();
            return new ShopScripts(scripts, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Script script(String text) {
        String first = text.lines().findFirst().orElse("");
        if (!first.startsWith(PROGRESS)) {
            throw new IllegalStateException("A shop script must begin with: " + PROGRESS);
        }
        return new Script(first.substring(PROGRESS.length()), text);
    }

    private static String text(String name) {
        try (InputStream stream = ShopScripts.class.getResourceAsStream("shop/" + name + ".sql")) {
            if (stream == null) {
                throw new IllegalStateException("Missing shop script " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
