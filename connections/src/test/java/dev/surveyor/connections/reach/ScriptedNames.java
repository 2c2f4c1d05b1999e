package dev.surveyor.connections.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** A name server that changes its mind as a test says; all other names answer as ever. */
@Configuration(proxyBeanMethods = false)
public class ScriptedNames {

    private static final Map<String, Queue<String>> ANSWERS = new ConcurrentHashMap<>();

    /** The addresses that this name leads to, one look-up after the other; then there is none. */
    public static void script(String host, String... addresses) {
        ANSWERS.put(host, new ConcurrentLinkedQueue<>(List.of(addresses)));
    }

    /** How many look-ups are left. */
    public static int left(String host) {
        return ANSWERS.getOrDefault(host, new ConcurrentLinkedQueue<>()).size();
    }

    @Bean
    @Primary
    HostNames scriptedHostNames() {
        return new HostNames() {
            @Override
            List<InetAddress> addresses(String host) throws UnknownHostException {
                Queue<String> answers = ANSWERS.get(host);
                if (answers == null) {
                    return super.addresses(host);
                }
                String next = answers.poll();
                if (next == null) {
                    throw new UnknownHostException(host);
                }
                return List.of(InetAddress.ofLiteral(next));
            }
        };
    }
}
