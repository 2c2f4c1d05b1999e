package dev.surveyor.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The published result of a survey, without its content.
 *
 * @param number counts the editions of a connection from 1
 * @param current whether readers see this one
 * @param surveyed when its survey looked at the structure
 * @param confirmed when a survey last found that nothing had changed since
 * @param model id of the model that made its vectors
 */
public record Edition(
        UUID connection,
        long number,
        boolean current,
        Instant surveyed,
        Instant published,
        Instant confirmed,
        String dialect,
        String server,
        String database,
        List<Schema> schemas,
        int tables,
        String model) {
    public Edition {
        schemas = List.copyOf(schemas);
    }
}
