package dev.surveyor.connections.reach;

import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.ConnectionsException.Code;
import dev.surveyor.connections.ConnectionsSettings;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which addresses connections may go to. What nobody should reach is refused whatever is set. */
@Component
class AddressRules {

    private static final List<Network> NEVER =
            Network.all(
                    // This host, link-local with the clouds' metadata, several receivers, reserved.
                    "0.0.0.0/8",
                    "169.254.0.0/16",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8",
                    // Metadata outside of the link-local networks.
                    "100.100.100.200/32",
                    "168.63.129.16/32",
                    "192.0.0.0/24",
                    "fd00:ec2::/32",
                    "fd20:ce::254/128",
                    // Other addresses in disguise: tunnels, translations, old notations.
                    "::/128",
                    "::ffff:0:0:0/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/32",
                    "2002::/16");

    private static final Network COMPATIBLE = Network.parse("::/96");
    private static final Network TRANSLATED = Network.parse("64:ff9b::/96");

    private final List<String> names;
    private final List<Network> allowed;
    private final boolean allowsPublic;

    AddressRules(ConnectionsSettings settings) {
        this.names = settings.networks();
        this.allowsPublic = names.contains("public");
        this.allowed =
                names.stream()
                        .filter(name -> !name.equals("public"))
                        .flatMap(AddressRules::of)
                        .toList();
    }

    private static Stream<Network> of(String name) {
        return switch (name) {
            case "loopback" -> Network.LOOPBACK.stream();
            case "private" -> Network.PRIVATE.stream();
            default -> Stream.of(Network.parse(name));
        };
    }

    /**
     * Refuses an address that is not allowed.
     *
     * @throws ConnectionsException naming the property that allows networks, where one could
     */
    void require(InetAddress address) {
        InetAddress meant = TRANSLATED.contains(address) ? Network.lastFour(address) : address;
        boolean inDisguise = COMPATIBLE.contains(meant) && !Network.LOOPBACK.get(1).contains(meant);
        if (inDisguise || NEVER.stream().anyMatch(network -> network.contains(meant))) {
            throw refused(
                    "This host leads to %s, a link-local, metadata or special address: those are always refused."
                            .formatted(meant.getHostAddress()));
        }
        if (allowed.stream().noneMatch(network -> network.contains(meant))
                && !(allowsPublic && isPublic(meant))) {
            throw refused(
                    "This host leads to %s, outside of the networks that connections may lead to (%s): ask the operator to add it to surveyor.connections.networks."
                            .formatted(meant.getHostAddress(), String.join(", ", names)));
        }
    }

    private static boolean isPublic(InetAddress address) {
        return Stream.concat(Network.LOOPBACK.stream(), Network.PRIVATE.stream())
                .noneMatch(network -> network.contains(address));
    }

    static ConnectionsException unknown(String host) {
        return refused("There is no host named '%s': check its spelling.".formatted(host));
    }

    static ConnectionsException refused(String message) {
        return ConnectionsException.field(Code.ADDRESS_REFUSED, "host", message);
    }
}
