package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that ask whoever holds the data folder: a server that runs, then nobody. */
class SurveyCommandIT {

    private static final String PASSWORD = "who surveys the surveyors";

    @TempDir private Path data = Path.of("");

    @Test
    void aConnectionIsSurveyedComparedAndIndexedThroughAServerAndWithoutOne() throws Exception {
        makeNotes();
        String dump;
        try (SurveyorProcess server =
                SurveyorProcess.serve(
                                data,
                                "--set",
                                "surveyor.access.admin-password=" + PASSWORD,
                                "--set",
                                "surveyor.access.password-cost=10")
                        .awaitAnswers()) {
            save(server, PASSWORD, "Notes", "notes.db");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                    .isEqualTo("rw-------");

            assertThat(said(0, "survey", "Notes", "--dry-run"))
                    .contains("would look at 1 of 1 tables");
            assertThat(said(0, "survey", "Notes"))
                    .contains("Notes is surveyed: edition 1", "1 looked at, 0 unchanged, 0 failed");
            JsonNode again =
                    JsonMapper.shared().readTree(lastLine(said(0, "survey", "Notes", "--json")));
            assertThat(again.at("/survey/state").asString()).isEqualTo("COMPLETED");
            assertThat(again.at("/survey/tables/unchanged").asInt()).isEqualTo(1);
            assertThat(said(0, "edition", "list", "Notes")).contains("in service  1 ");
            dump = said(0, "edition", "dump", "Notes");
            assertThat(dump).contains("main.note.table.name.name = note").contains("= Grüße");
            assertThat(said(1, "edition", "dump", "Notes", "--edition", "7")).contains("not kept");
            assertThat(said(0, "index", "rebuild")).contains("The index (embedded) holds ");

            assertThat(said(1, "survey", "Other")).contains("no connection called 'Other'");
            assertThat(said(Map.of("SURVEYOR_API_KEY", "svy_nobody"), 1, "survey", "Notes"))
                    .startsWith("surveyor: ")
                    .contains("key");
        }
        assertThat(key()).doesNotExist();

        assertThat(said(0, "edition", "dump", "Notes")).endsWith(dump);
        assertThat(said(0, "survey", "Notes", "--full"))
                .contains("No server runs", "1 looked at, 0 unchanged, 0 failed");
    }

    /** Before it may come how far it was. */
    private static String lastLine(String output) {
        return output.substring(output.lastIndexOf('\n') + 1);
    }

    private Path key() {
        return data.resolve("secrets/process.key");
    }

    private void makeNotes() throws Exception {
        Path notes = Files.createDirectories(data.resolve("files")).resolve("notes.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + notes);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    CREATE TABLE note (id INTEGER PRIMARY KEY, topic TEXT);
                    INSERT INTO note VALUES (1, 'Grüße'), (2, 'Grüße');
                    """);
        }
    }

    private String said(int exitCode, String... arguments) throws Exception {
        return said(Map.of(), exitCode, arguments);
    }

    private String said(Map<String, String> environment, int exitCode, String... arguments)
            throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--data", data.toString()));
        try (SurveyorProcess command =
                SurveyorProcess.start(environment, words.toArray(String[]::new))) {
            int exit = command.exitCode();
            String output = command.awaitEnd();
            assertThat(exit).as(output).isEqualTo(exitCode);
            return output;
        }
    }

    /** Saves a file of the server's own as a connection of the administrator's. */
    static void save(SurveyorProcess server, String password, String name, String file)
            throws Exception {
        String token =
                post(
                                server,
                                "/api/v1/auth/login",
                                "",
                                Map.of("username", "admin", "password", password))
                        .path("accessToken")
                        .asString("");
        post(
                server,
                "/api/v1/connections",
                token,
                Map.of("name", name, "kind", "sqlite", "file", file));
    }

    private static JsonNode post(
            SurveyorProcess server, String path, String token, Map<String, ?> body)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + server.port() + path))
                                    .header("Content-Type", "application/json")
                                    .header("Authorization", "Bearer " + token)
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    JsonMapper.shared().writeValueAsString(body)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            return JsonMapper.shared().readTree(answer.body());
        }
    }
}
