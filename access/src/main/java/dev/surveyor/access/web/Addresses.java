package dev.surveyor.access.web;

/** Addresses as limits count them. */
final class Addresses {

    private static final int NETWORK_GROUPS = 4;

    private Addresses() {}

    /** IPv6 callers have a network of 2⁶⁴ addresses to themselves: it counts as one. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.split(":", -1);
        if (groups.length != Byte.SIZE) {
            return address;
        }
        return String.join(":", java.util.Arrays.copyOf(groups, NETWORK_GROUPS));
    }
}
