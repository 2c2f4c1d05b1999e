package dev.surveyor.connections.reach;

import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.Destinations;
import dev.surveyor.sources.SourceAddress.EncryptionMode;
import dev.surveyor.sources.Sources;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The one gate between what people type and the network or the disk. */
@Component
public class Reach implements Destinations {

    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}]*");
    private static final int PORT_MAX = 65_535;

    private final HostNames names;
    private final AddressRules rules;
    private final OwnStore store;
    private final DatabaseFiles files;

    Reach(HostNames names, AddressRules rules, OwnStore store, DatabaseFiles files) {
        this.names = names;
        this.rules = rules;
        this.store = store;
        this.files = files;
    }

    /**
     * The address in its one way of writing, of a kind that we read, with all that the kind needs
     * and nothing that it does not know. Looks nothing up.
     *
     * @throws ConnectionsException naming the field that is wrong
     */
    public ConnectionAddress formed(ConnectionAddress typed) {
        if (!Sources.kinds().contains(typed.kind())) {
            throw invalid("kind", "must be one of " + String.join(", ", Sources.kinds()));
        }
        int defaultPort = Sources.dialect(typed.kind()).defaultPort();
        return defaultPort == 0 ? ofFile(typed) : ofServer(typed, defaultPort);
    }

    private static ConnectionAddress ofFile(ConnectionAddress typed) {
        if (!typed.host().isEmpty() || !typed.database().isEmpty() || !typed.username().isEmpty()) {
            throw invalid("host", "is not for files: name the file alone");
        }
        requirePlain("file", typed.file(), true);
        return new ConnectionAddress(
                typed.kind(), "", 0, "", typed.file(), "", EncryptionMode.DISABLE, "", "");
    }

    private ConnectionAddress ofServer(ConnectionAddress typed, int defaultPort) {
        if (!typed.file().isEmpty()) {
            throw invalid("file", "is not for servers");
        }
        requirePlain("database", typed.database(), true);
        requirePlain("username", typed.username(), true);
        int port = typed.port() == 0 ? defaultPort : typed.port();
        if (port < 1 || port > PORT_MAX) {
            throw invalid("port", "must be a number from 1 to 65535");
        }
        boolean verifies =
                typed.encryption() == EncryptionMode.VERIFY_CA
                        || typed.encryption() == EncryptionMode.VERIFY_FULL;
        if (verifies && typed.authority().isEmpty()) {
            throw invalid(
                    "authority",
                    "must hold the CA's certificate, as PEM, for the server to be verified");
        }
        return new ConnectionAddress(
                typed.kind(),
                names.checked(typed.host()),
                port,
                typed.database(),
                "",
                typed.username(),
                typed.encryption(),
                typed.authority(),
                typed.certificate());
    }

    private static void requirePlain(String field, String text, boolean needed) {
        if (needed && text.isBlank()) {
            throw invalid(field, "must be given");
        }
        if (!PLAIN.matcher(text).matches()) {
            throw invalid(field, "must not hold control characters");
        }
    }

    private static ConnectionsException invalid(String field, String rule) {
        return ConnectionsException.invalid(field, rule);
    }

    /**
     * Where a server is, each address checked: these alone may be connected to.
     *
     * @throws ConnectionsException when there is none or one of them is not allowed
     */
    public List<InetAddress> addresses(ConnectionAddress address) {
        try {
            List<InetAddress> found = names.addresses(names.checked(address.host()));
            for (InetAddress each : found) {
                require(each, address);
            }
            return found;
        } catch (UnknownHostException e) {
            throw AddressRules.unknown(address.host());
        }
    }

    @Override
    public List<InetAddress> of(String host) {
        try {
            List<InetAddress> found = names.addresses(names.checked(host));
            found.forEach(rules::require);
            return found;
        } catch (UnknownHostException e) {
            throw AddressRules.unknown(host);
        }
    }

    private void require(InetAddress each, ConnectionAddress address) {
        rules.require(each);
        if (store.is(each, address.port(), address.database())) {
            throw AddressRules.refused(
                    "This is Surveyor's own store: connect to another database.");
        }
    }

    /** The real file of a connection that is one; see {@link DatabaseFiles#checked}. */
    public Path file(ConnectionAddress address) {
        return files.checked(address.file());
    }

    /** Refuses what leads where it may not, as far as that is to be seen without looking it up. */
    public void requireAtSight(ConnectionAddress address) {
        if (!address.file().isEmpty()) {
            files.requireBelow(address.file());
        } else if (names.isAddress(address.host())) {
            addresses(address);
        }
    }

    /** Refuses an address that leads where it may not. */
    public void require(ConnectionAddress address) {
        if (address.file().isEmpty()) {
            addresses(address);
        } else {
            file(address);
        }
    }
}
