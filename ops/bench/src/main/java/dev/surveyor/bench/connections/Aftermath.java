package dev.surveyor.bench.connections;

import dev.surveyor.bench.server.Api;
import dev.surveyor.bench.server.StoreLogin;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** What is to be seen after a kill and a new start: all of a change, or nothing of it. */
final class Aftermath {

    private static final String PATH = "/connections/";
    private static final int UNKNOWN = 404;
    private static final int REMOVAL_SECONDS_MAX = 30;
    private static final long POLL_MILLIS = 100;

    private final ChangeClient client;
    private final Path data;
    private final List<String> faults = new ArrayList<>();

    Aftermath(ChangeClient client, Path data) {
        this.client = client;
        this.data = data;
    }

    List<String> faults(Act.Kind kind, String name, String known, boolean acknowledged)
            throws IOException, InterruptedException {
        String id = kind == Act.Kind.CREATE ? idOf(name) : known;
        boolean there = !id.isEmpty() && admin().get(PATH + id).status() != UNKNOWN;
        switch (kind) {
            case CREATE -> {
                require(there || !acknowledged, "created and not there");
                require(there == noted(id, "connection.created"), "creation and audit differ");
            }
            case SHARE -> {
                require(there, "gone after a share");
                boolean shared = !items(PATH + id + "/shares").isEmpty();
                require(shared || !acknowledged, "shared and not there");
                require(shared == noted(id, "connection.shared"), "share and audit differ");
            }
            case DELETE -> {
                require(!there || !acknowledged, "deleted and still there");
                require(there != noted(id, "connection.deleted"), "deletion and audit differ");
                require(there || isRemoved(id), "deleted, but its removal is never finished");
            }
            case ROTATE -> {
                require(there, "gone after a rotation");
                require(unseals(id), "the password cannot be unsealed");
                require(client.rotateKeys(), "the keys cannot be rotated again");
            }
        }
        require(!there || unseals(id), "the password cannot be unsealed");
        return List.copyOf(faults);
    }

    private Api admin() {
        return client.admin();
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    /** A test unseals first; that nobody listens there is a finding, a lost key is a failure. */
    private boolean unseals(String id) throws IOException, InterruptedException {
        return admin().post(PATH + id + "/test", List.of())
                .body()
                .at("/code")
                .asString("")
                .equals("unreachable");
    }

    private JsonNode items(String path) throws IOException, InterruptedException {
        return admin().get(path).required().body().path("items");
    }

    private String idOf(String name) throws IOException, InterruptedException {
        String query = URLEncoder.encode(name, StandardCharsets.UTF_8);
        for (JsonNode item : items("/connections?limit=200&q=" + query)) {
            if (item.path("name").asString("").equals(name)) {
                return item.path("id").asString("");
            }
        }
        return "";
    }

    private boolean noted(String id, String action) throws IOException, InterruptedException {
        return !id.isEmpty()
                && !items("/audit?subjectId=%s&action=%s".formatted(id, action)).isEmpty();
    }

    /** Whether nothing of it is left in the store, at once or a little later. */
    private boolean isRemoved(String id) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(REMOVAL_SECONDS_MAX);
        while (rows(id) > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return noted(id, "connection.removed");
    }

    private int rows(String id) throws IOException {
        try (Connection store = StoreLogin.OWNER.connect(data);
                PreparedStatement query =
                        store.prepareStatement(
                                """
                                SELECT (SELECT count(*) FROM connection WHERE id = ?::uuid)
                                     + (SELECT count(*) FROM connection_share WHERE connection_id = ?::uuid)
                                """)) {
            query.setString(1, id);
            query.setString(2, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IOException("the store cannot be looked into", e);
        }
    }
}
