package dev.surveyor.llm.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks hosts up; another one in tests. */
@FunctionalInterface
public interface HostLookup {

    HostLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> addresses(String host) throws UnknownHostException;
}
