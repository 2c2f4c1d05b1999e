package dev.surveyor.pipeline.lease;

import java.util.UUID;

/**
 * The right to write for a connection's survey.
 *
 * @param token larger than that of every lease before it
 */
public record Lease(UUID connection, UUID survey, long token) {}
