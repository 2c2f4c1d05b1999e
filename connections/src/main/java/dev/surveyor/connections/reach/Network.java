package dev.surveyor.connections.reach;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** A network of addresses of one family. */
record Network(InetAddress address, int prefixBits) {

    static final List<Network> LOOPBACK = all("127.0.0.0/8", "::1/128");
    static final List<Network> PRIVATE =
            all("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

    static List<Network> all(String... texts) {
        return java.util.stream.Stream.of(texts).map(Network::parse).toList();
    }

    /** Reads {@code address/bits}; the address is a literal, so that nothing is looked up. */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress address = InetAddress.ofLiteral(text.substring(0, slash));
            int bits = Integer.parseInt(text.substring(slash + 1));
            if (bits > address.getAddress().length * Byte.SIZE) {
                throw new IllegalArgumentException(text + " is no network");
            }
            return new Network(address, bits);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(text + " is no network", e);
        }
    }

    boolean contains(InetAddress candidate) {
        byte[] ours = address.getAddress();
        byte[] theirs = candidate.getAddress();
        int dropped = ours.length * Byte.SIZE - prefixBits;
        return ours.length == theirs.length
                && new BigInteger(1, ours)
                        .shiftRight(dropped)
                        .equals(new BigInteger(1, theirs).shiftRight(dropped));
    }

    /** The IPv4 address in the last bytes of one of the other family. */
    static InetAddress lastFour(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(
                    java.util.Arrays.copyOfRange(
                            bytes, bytes.length - Integer.BYTES, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
