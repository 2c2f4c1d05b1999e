package dev.surveyor.connections.reach;

import dev.surveyor.catalog.CatalogSettings;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where Surveyor keeps its own catalog: nobody connects to that. */
@Component
class OwnStore {

    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://([^/?]+)/([^?]*)(?:\\?.*)?");
    private static final Pattern SERVER = Pattern.compile("(\\[[^]]+]|[^:]+)(?::(\\d{1,5}))?");
    private static final int PORT = 5432;

    private record Server(String host, int port) {}

    private final List<Server> servers = new ArrayList<>();
    private final String database;
    private final HostNames names;

    OwnStore(CatalogSettings settings, HostNames names) {
        this.names = names;
        Matcher url = URL.matcher(settings.url());
        if (!url.matches()) {
            database = "";
            return;
        }
        database = url.group(2);
        for (String text : url.group(1).split(",", -1)) {
            Matcher server = SERVER.matcher(text);
            if (server.matches()) {
                servers.add(
                        new Server(
                                server.group(1).replaceAll("[\\[\\]]", ""),
                                server.group(2) == null
                                        ? PORT
                                        : Integer.parseInt(server.group(2))));
            }
        }
    }

    /** Whether this is the catalog's database, by whichever of the machine's addresses. */
    boolean is(InetAddress address, int port, String wanted) {
        return database.equals(wanted)
                && servers.stream()
                        .anyMatch(server -> server.port() == port && leadsTo(server, address));
    }

    private boolean leadsTo(Server server, InetAddress address) {
        try {
            for (InetAddress own : names.addresses(server.host())) {
                if (own.equals(address) || (isHere(own) && isHere(address))) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
