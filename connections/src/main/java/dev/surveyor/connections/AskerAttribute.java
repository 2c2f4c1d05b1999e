package dev.surveyor.connections;

import java.util.UUID;

/**
 * What the owner of a connection says of one person, for row filters to ask: {@code region =
 * asker.region}.
 */
public record AskerAttribute(UUID person, String name, String value) {}
