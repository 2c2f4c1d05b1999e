package dev.surveyor.connections;

import java.net.InetAddress;
import java.util.List;

/** Where calls that people ask for may go: by the rules that connections follow. */
public interface Destinations {

    /**
     * Where a host is, looked up once, each address checked: these alone may be called.
     *
     * @throws ConnectionsException when there is none or one of them is not allowed
     */
    List<InetAddress> of(String host);
}
