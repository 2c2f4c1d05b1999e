package dev.surveyor.connections.saved;

import dev.surveyor.catalog.Secret;
import dev.surveyor.connections.ConnectionAddress;
import dev.surveyor.connections.ConnectionOptions;
import dev.surveyor.connections.ConnectionsException;
import org.jspecify.annotations.Nullable;

/** What somebody wants to save, wherever it came from. */
record Draft(
        String name,
        String description,
        ConnectionAddress address,
        @Nullable Secret password,
        @Nullable Secret key,
        ConnectionOptions options,
        @Nullable Boolean powerfulRoleAllowed) {

    static Draft of(ConnectionFields fields) {
        String name = fields.name();
        if (name == null) {
            throw ConnectionsException.invalid("name", "must not be null");
        }
        String description = fields.description();
        return new Draft(
                name.strip(),
                description == null ? "" : description,
                fields.address(),
                fields.secretPassword(),
                fields.secretKey(),
                fields.options(),
                fields.powerfulRoleAllowed());
    }

    Draft at(ConnectionAddress formed) {
        return new Draft(name, description, formed, password, key, options, powerfulRoleAllowed);
    }

    Draft named(String other) {
        return new Draft(other, description, address, password, key, options, powerfulRoleAllowed);
    }
}
