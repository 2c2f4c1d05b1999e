package dev.surveyor.llm.wire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The addresses that connections are made to: what is checked here is what is connected to, since
 * nobody looks up a second time.
 */
final class CheckedHosts implements DnsResolver {

    private static final int FIRST_BYTE_OF_UNIQUE_LOCAL = 0xfc;
    private static final int ITS_BITS = 0xfe;

    private final HostLookup lookup;
    private final boolean localOnly;

    CheckedHosts(HostLookup lookup, boolean localOnly) {
        this.lookup = lookup;
        this.localOnly = localOnly;
    }

    /** All of a host's addresses must be right: one could be tried after the other. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> addresses = lookup.addresses(unbracketed(host));
        for (InetAddress address : addresses) {
            if (address.isLinkLocalAddress() || address.isMulticastAddress()) {
                throw new NotAllowedException(host);
            }
            if (localOnly && !isLocal(address)) {
                throw new NotAllowedException(host);
            }
        }
        return addresses.toArray(InetAddress[]::new);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    private static boolean isLocal(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || (address instanceof Inet6Address six
                        && (six.getAddress()[0] & ITS_BITS) == FIRST_BYTE_OF_UNIQUE_LOCAL);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The host has an address that text may not go to. */
    static final class NotAllowedException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotAllowedException(String host) {
            super(host);
        }
    }
}
