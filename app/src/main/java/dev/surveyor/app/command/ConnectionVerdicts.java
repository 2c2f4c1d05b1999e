package dev.surveyor.app.command;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a running server says of statements, for whoever the key belongs to. */
final class ConnectionVerdicts {

    private final RunningApi api;

    ConnectionVerdicts(RunningApi api) {
        this.api = api;
    }

    /** The server's answer: see {@code POST /api/v1/connections/{id}/sql/check}. */
    JsonNode of(String sql, String connection) {
        return api.post(
                NamedConnections.PATH
                        + "/"
                        + new NamedConnections(api).id(connection)
                        + "/sql/check",
                JsonMapper.shared().createObjectNode().put("sql", sql));
    }
}
