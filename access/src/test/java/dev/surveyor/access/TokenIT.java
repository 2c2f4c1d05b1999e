package dev.surveyor.access;

import static dev.surveyor.access.AccessServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.surveyor.access.AccessServer.Answer;
import dev.surveyor.catalog.Sealer;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenIT {

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final AccessServer server = AccessServer.shared();
    private String name = "";
    private String token = "";
    private String kid = "";
    private byte[] secret = {};
    private JWTClaimsSet claims = new JWTClaimsSet.Builder().build();

    @BeforeEach
    void somebodyIsIn() throws ParseException {
        name = AccessServer.uniqueName("token");
        server.register(name);
        token = server.logIn(name, PASSWORD).text("accessToken");
        SignedJWT parsed = SignedJWT.parse(token);
        claims = parsed.getJWTClaimsSet();
        kid = parsed.getHeader().getKeyID();
        secret =
                server.bean(Sealer.class)
                        .unseal(
                                server.store()
                                        .sql("SELECT sealed FROM signing_key WHERE kid = :kid")
                                        .param("kid", kid)
                                        .query(String.class)
                                        .single(),
                                "signing key " + kid);
    }

    private int status(String text) {
        return server.get("/api/v1/auth/me", AccessServer.bearer(text)).status();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(TYPE).keyID(kid).build();
    }

    @Test
    void aTokenMadeAsOursAreHolds() throws JOSEException {
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(signed(header(JWSAlgorithm.HS256), claims, new MACSigner(secret))))
                .as("the forgeries below differ from this one in one thing each")
                .isEqualTo(200);
    }

    @Test
    void forgedChangedAndExpiredTokensAreRefused() throws JOSEException, NoSuchAlgorithmException {
        byte[] longer = new byte[64];
        System.arraycopy(secret, 0, longer, 0, secret.length);
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        String[] parts = token.split("\\.", -1);
        Date past = Date.from(Instant.now().minusSeconds(1));
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("no algorithm", new PlainJWT(claims).serialize());
        forged.put("signature cut off", parts[0] + "." + parts[1] + ".");
        forged.put(
                "another key",
                signed(header(JWSAlgorithm.HS256), claims, new MACSigner(new byte[32])));
        forged.put(
                "another algorithm of the kind",
                signed(header(JWSAlgorithm.HS512), claims, new MACSigner(longer)));
        forged.put(
                "another kind of algorithm",
                signed(
                        header(JWSAlgorithm.RS256),
                        claims,
                        new RSASSASigner(rsa.generateKeyPair().getPrivate())));
        forged.put(
                "unknown key id",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).keyID("x").build(),
                        claims,
                        new MACSigner(secret)));
        forged.put(
                "no key id",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(),
                        claims,
                        new MACSigner(secret)));
        forged.put(
                "another type",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build(),
                        claims,
                        new MACSigner(secret)));
        forged.put(
                "expired",
                signed(
                        header(JWSAlgorithm.HS256),
                        new JWTClaimsSet.Builder(claims).expirationTime(past).build(),
                        new MACSigner(secret)));
        forged.put(
                "never expiring",
                signed(
                        header(JWSAlgorithm.HS256),
                        new JWTClaimsSet.Builder(claims).expirationTime(null).build(),
                        new MACSigner(secret)));
        forged.put(
                "another's log-in",
                signed(
                        header(JWSAlgorithm.HS256),
                        new JWTClaimsSet.Builder(claims)
                                .subject("00000000-0000-4000-8000-000000000000")
                                .build(),
                        new MACSigner(secret)));
        forged.put(
                "tampered", parts[0] + "." + parts[1].replaceFirst("[A-Z]", "x") + "." + parts[2]);
        forged.put("no token at all", "x.y.z");
        forged.put("endless", "x".repeat(5000));
        forged.forEach((what, text) -> assertThat(status(text)).as(what).isEqualTo(401));
        assertThat(status(token)).isEqualTo(200);
    }

    @Test
    void somebodyDeactivatedIsOutAtOnce() {
        Answer me = server.get("/api/v1/auth/me", AccessServer.bearer(token));
        String id = me.json().path("user").path("id").asString();
        server.put("/api/v1/users/" + id, Map.of("active", false), server.asAdmin());
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void aNewKeySignsWhenTheOldOneIsOldWhoseTokensStillHold() throws ParseException {
        server.store()
                .sql(
                        "UPDATE signing_key SET created_at = now() - interval '31 days' WHERE kid = :kid")
                .param("kid", kid)
                .update();
        try (AccessServer other = AccessServer.with(Map.of())) {
            String newer = other.logIn(name, PASSWORD).text("accessToken");
            assertThat(SignedJWT.parse(newer).getHeader().getKeyID()).isNotEqualTo(kid);
            assertThat(other.get("/api/v1/auth/me", AccessServer.bearer(token)).status())
                    .isEqualTo(200);
            assertThat(other.get("/api/v1/auth/me", AccessServer.bearer(newer)).status())
                    .isEqualTo(200);
        }
    }
}
