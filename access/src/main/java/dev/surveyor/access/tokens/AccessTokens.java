package dev.surveyor.access.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.surveyor.access.AccessSettings;
import dev.surveyor.access.tokens.SigningKeys.SigningKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Signs and verifies access tokens with HS256 and nothing else: a token does not choose how it is
 * verified. It names a log-in; who that is, is asked of the store each time.
 */
@Component
public class AccessTokens {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final String ISSUER = "surveyor";
    private static final String SESSION = "sid";
    private static final int CHARACTERS_MAX = 2000;

    /** What a token that holds says. */
    public record Verified(UUID userId, UUID sessionId) {}

    private final SigningKeys keys;
    private final AccessSettings settings;
    private final Clock clock = Clock.systemUTC();

    AccessTokens(SigningKeys keys, AccessSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    public String issue(UUID userId, UUID sessionId) {
        SigningKey key = keys.current();
        Instant now = clock.instant();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(ALGORITHM).type(TYPE).keyID(key.kid()).build(),
                        new JWTClaimsSet.Builder()
                                .issuer(ISSUER)
                                .subject(userId.toString())
                                .claim(SESSION, sessionId.toString())
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plus(settings.accessTokenTtl())))
                                .build());
        try {
            token.sign(new MACSigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot sign with " + ALGORITHM, e);
        }
        return token.serialize();
    }

    /** What the token says if it is ours, whole and not expired. */
    public Optional<Verified> verify(String text) {
        if (text.length() > CHARACTERS_MAX) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWSHeader header = token.getHeader();
            if (!ALGORITHM.equals(header.getAlgorithm())
                    || !TYPE.equals(header.getType())
                    || header.getKeyID() == null) {
                return Optional.empty();
            }
            Optional<SigningKey> key = keys.byId(header.getKeyID());
            if (key.isEmpty() || !token.verify(new MACVerifier(key.get().secret()))) {
                return Optional.empty();
            }
            return claims(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            // Whatever is wrong with it, it is not one of ours.
            return Optional.empty();
        }
    }

    private Optional<Verified> claims(JWTClaimsSet claims) throws ParseException {
        Date expires = claims.getExpirationTime();
        boolean holds =
                ISSUER.equals(claims.getIssuer())
                        && expires != null
                        && expires.toInstant().isAfter(clock.instant());
        return holds
                ? Optional.of(
                        new Verified(
                                UUID.fromString(claims.getSubject()),
                                UUID.fromString(claims.getStringClaim(SESSION))))
                : Optional.empty();
    }
}
