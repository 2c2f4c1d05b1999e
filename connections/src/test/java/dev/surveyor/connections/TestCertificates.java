package dev.surveyor.connections;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates of authorities of our own, made by the JDK's keytool. */
record TestCertificates(Path store) {

    private static final String STORE_PASSWORD = "only for tests";
    private static final int LINE_CHARS = 64;

    static TestCertificates in(Path folder) {
        return new TestCertificates(folder.resolve("certificates.p12"));
    }

    TestCertificates authority(String alias) {
        return keytool(alias, "-dname", "CN=" + alias, "-ext", "bc:c");
    }

    TestCertificates signed(String alias, String commonName, String authority, String... more) {
        List<String> words = new ArrayList<>(List.of("-dname", "CN=" + commonName));
        words.addAll(List.of("-signer", authority));
        words.addAll(List.of(more));
        return keytool(alias, words.toArray(String[]::new));
    }

    private TestCertificates keytool(String alias, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-keyalg",
                                "RSA",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                STORE_PASSWORD));
        words.addAll(List.of(more));
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** The certificate as PEM. */
    String certificate(String alias) {
        try {
            return pem("CERTIFICATE", opened().getCertificate(alias).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its key as PEM. */
    String key(String alias) {
        try {
            Key key = opened().getKey(alias, STORE_PASSWORD.toCharArray());
            return pem("PRIVATE KEY", key.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore opened() throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, STORE_PASSWORD.toCharArray());
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String what, byte[] der) {
        String body = Base64.getMimeEncoder(LINE_CHARS, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, body);
    }
}
