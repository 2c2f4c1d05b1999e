package dev.surveyor.access;

import java.util.List;
import java.util.UUID;

/**
 * What people own in another module: a bean there tells it, so that nothing is left without an
 * owner when somebody is deactivated.
 */
public interface UserBelongings {

    /** What the person owns. At most a thousand are listed. */
    List<Belonging> of(UUID owner);

    /** Makes all of it another person's, in the transaction that is under way. */
    void handOver(UUID from, UUID to);

    /** One thing that is owned. */
    record Belonging(String kind, String id, String name) {}
}
