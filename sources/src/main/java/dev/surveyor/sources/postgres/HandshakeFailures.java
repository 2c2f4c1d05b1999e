package dev.surveyor.sources.postgres;

import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** What stands in the way to a server and what the driver tells as if a connection had broken. */
final class HandshakeFailures {

    private static final int CAUSES_MAX = 10;

    private HandshakeFailures() {}

    static Optional<SourceException> of(SQLException failure) {
        // There is no cause here, and nothing of the driver's sentence is in one language but this.
        if (String.valueOf(failure.getMessage()).contains("HostnameVerifier")) {
            return refused(
                    failure,
                    "The server's certificate is for another host: name the host as its certificate does, or check the certificate only (verify-ca).");
        }
        if (has(failure, CertificateException.class)
                || has(failure, CertPathBuilderException.class)
                || has(failure, CertPathValidatorException.class)) {
            return refused(
                    failure,
                    "The server's certificate is not one of the authority that was given: check that authority's certificate, and who answers there.");
        }
        if (has(failure, SSLHandshakeException.class)) {
            return refused(
                    failure,
                    "The server did not agree to a protected connection: check the client's certificate and key, and what the server asks for.");
        }
        if (has(failure, SocketTimeoutException.class)) {
            return Optional.of(
                    new SourceException(
                            Code.UNREACHABLE,
                            true,
                            "The server gave no answer in time: check host, port and firewall.",
                            failure));
        }
        return Optional.empty();
    }

    private static Optional<SourceException> refused(SQLException failure, String sentence) {
        return Optional.of(new SourceException(Code.REFUSED, false, sentence, failure));
    }

    private static boolean has(Throwable failure, Class<? extends Exception> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(kind::isInstance);
    }
}
