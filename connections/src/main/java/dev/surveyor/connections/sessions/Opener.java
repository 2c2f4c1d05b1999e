package dev.surveyor.connections.sessions;

import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionsSettings;
import dev.surveyor.connections.reach.Reach;
import dev.surveyor.connections.secrets.ConnectionSecrets.Unsealed;
import dev.surveyor.sources.SessionLimits;
import dev.surveyor.sources.SourceAddress;
import dev.surveyor.sources.SourceException;
import dev.surveyor.sources.SourceException.Code;
import dev.surveyor.sources.SourceSession;
import dev.surveyor.sources.Sources;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens sources: only where the gate says, only to the address that it looked at. */
@Component
class Opener {

    private static final int ADDRESSES_TRIED_MAX = 4;
    private static final Duration LEAST = Duration.ofMillis(500);

    /** An open session and the address that it goes to; null for files. */
    record Opened(SourceSession session, @Nullable InetAddress at) {}

    private final Reach reach;
    private final ConnectionsSettings settings;

    Opener(Reach reach, ConnectionsSettings settings) {
        this.reach = reach;
        this.settings = settings;
    }

    /**
     * Opens a session within the connect time, all addresses together.
     *
     * @param known the address that an earlier session went to, which was looked at then; null:
     *     none
     */
    Opened open(
            ConnectionAddress address,
            Unsealed secrets,
            SessionLimits limits,
            @Nullable InetAddress known) {
        if (!address.file().isEmpty()) {
            SourceAddress file = SourceAddress.ofFile(address.kind(), reach.file(address));
            return new Opened(
                    Sources.open(file, limits.withConnectTimeout(settings.connectTimeout())), null);
        }
        long end = System.nanoTime() + settings.connectTimeout().toNanos();
        List<InetAddress> addresses = known == null ? reach.addresses(address) : List.of(known);
        try (CertificateFiles files = CertificateFiles.write(address, secrets.key())) {
            SourceAddress server =
                    SourceAddress.ofServer(
                                    address.kind(),
                                    address.host(),
                                    address.port(),
                                    address.database(),
                                    address.username(),
                                    secrets.password())
                            .withEncryption(files.encryption());
            return firstThatAnswers(server, addresses, limits, end);
        }
    }

    private static Opened firstThatAnswers(
            SourceAddress server, List<InetAddress> addresses, SessionLimits limits, long end) {
        SourceException last =
                new SourceException(
                        Code.UNREACHABLE,
                        true,
                        "%s gave no answer in time: check host, port and firewall."
                                .formatted(server.display()),
                        null);
        for (InetAddress address :
                addresses.subList(0, Math.min(addresses.size(), ADDRESSES_TRIED_MAX))) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (left.compareTo(LEAST) < 0) {
                break;
            }
            try {
                return new Opened(
                        Sources.open(server.at(address), limits.withConnectTimeout(left)), address);
            } catch (SourceException e) {
                if (e.code() != Code.UNREACHABLE) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }
}
