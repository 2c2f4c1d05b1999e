package dev.surveyor.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.connections.House.Answer;
import dev.surveyor.connections.House.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that are files. */
class FilesIT {

    private static final String PATH = "/api/v1/connections";

    private static House house;
    private static Person owner;

    @BeforeAll
    static void open() throws Exception {
        house = House.shared();
        owner = house.register("fiona");
        Path files = house.folder.resolve("files");
        make(Files.createDirectories(files.resolve("team")).resolve("notes.db"));
        make(house.folder.resolve("outside.db"));
        Files.createSymbolicLink(files.resolve("inside-link.db"), Path.of("team/notes.db"));
        Files.createSymbolicLink(
                files.resolve("outside-link.db"), house.folder.resolve("outside.db"));
        Files.createSymbolicLink(files.resolve("outside-folder"), house.folder);
        Files.writeString(files.resolve("letter.txt"), "This is no database, but a letter.");
    }

    private static void make(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, author TEXT, said TEXT)");
            statement.execute("INSERT INTO note VALUES (1, 'fiona', 'hello'), (2, 'bob', 'bye')");
        }
    }

    private static String file(String name, String path) {
        return "{\"name\":\"%s\",\"kind\":\"sqlite\",\"file\":\"%s\"}".formatted(name, path);
    }

    @Test
    void aFileBelowTheFolderIsTriedSavedAndRead() throws Exception {
        Answer tried = house.post(PATH + "/test", owner, file("t", "team/notes.db"));
        assertThat(tried.at("/code")).as(tried.text()).isEqualTo("ok");
        assertThat(tried.at("/server")).startsWith("SQLite 3");
        assertThat(tried.at("/script")).isEmpty();
        assertThat(tried.body().path("warnings")).isEmpty();

        UUID id = house.create(owner, file("Notes", "team/notes.db"));
        assertThat(house.get(PATH + "/" + id + "/status", owner).at("/state")).isEqualTo("PENDING");
        assertThat(house.post(PATH + "/" + id + "/test", owner, "").at("/code")).isEqualTo("ok");
        assertThat(house.ask(id, "SELECT said FROM note ORDER BY id")).isEqualTo("hello, bye");
        assertThatThrownBy(() -> house.ask(id, "DELETE FROM note RETURNING id"))
                .isInstanceOf(RuntimeException.class);
        assertThat(house.ask(id, "SELECT count(*) FROM note")).isEqualTo("2");
    }

    @Test
    void aLinkIsFollowedWhereItStaysInTheFolder() throws Exception {
        UUID id = house.create(owner, file("Linked", "inside-link.db"));
        assertThat(house.ask(id, "SELECT count(*) FROM note")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.db",
                "outside-link.db",
                "outside-folder/outside.db",
                "outside-folder/files/team/notes.db/../../../outside.db",
                "team",
                "no-such.db"
            })
    void whatLiesElsewhereIsRefusedInTheSameWords(String path) throws Exception {
        Answer tried = house.post(PATH + "/test", owner, file("t", path));
        Answer saved = house.post(PATH, owner, file("Elsewhere", path));
        for (Answer answer : new Answer[] {tried, saved}) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/code")).isEqualTo("address-refused");
            assertThat(answer.field()).isEqualTo("file");
            assertThat(answer.at("/detail")).startsWith("There is no such file in the folder");
        }
    }

    @Test
    void aFileThatIsMovedOutLaterIsNotFollowed() throws Exception {
        Path inside = house.folder.resolve("files/moving.db");
        make(inside);
        UUID id = house.create(owner, file("Moving", "moving.db"));
        assertThat(house.ask(id, "SELECT count(*) FROM note")).isEqualTo("2");
        Files.delete(inside);
        Files.createSymbolicLink(inside, house.folder.resolve("outside.db"));
        house.send("PUT", PATH + "/" + id + "/policies", owner, "{\"rules\":[]}");
        Answer tried = house.post(PATH + "/" + id + "/test", owner, "");
        assertThat(tried.at("/code")).as(tried.text()).isEqualTo("address-refused");
    }

    @Test
    void aFileThatIsNoDatabaseIsAFinding() throws Exception {
        Answer tried = house.post(PATH + "/test", owner, file("t", "letter.txt"));
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.body().path("success").asBoolean()).isFalse();
        assertThat(tried.at("/message")).doesNotContain(house.folder.toString());
    }

    @Test
    void conditionsOnAFilesTablesAreCheckedToo() throws Exception {
        UUID id = house.create(owner, file("Filtered", "team/notes.db"));
        String policies =
                "{\"rules\":[{\"rowFilters\":[{\"schema\":\"main\",\"table\":\"note\",\"condition\":\"%s\"}]}]}";
        for (String good : new String[] {"author = asker.username", "author = 'fiona'"}) {
            Answer saved =
                    house.send(
                            "PUT", PATH + "/" + id + "/policies", owner, policies.formatted(good));
            assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        }
        for (String bad :
                new String[] {
                    "author = asker.shoe_size", "auhtor = 'fiona'", "author = 'a') OR (1 = 1"
                }) {
            Answer refused =
                    house.send(
                            "PUT", PATH + "/" + id + "/policies", owner, policies.formatted(bad));
            assertThat(refused.at("/code")).as(bad).isEqualTo("policy-invalid");
        }
    }

    @Test
    void fieldsOfServersAreNotForFiles() throws Exception {
        Answer refused =
                house.post(
                        PATH,
                        owner,
                        "{\"name\":\"x\",\"kind\":\"sqlite\",\"file\":\"team/notes.db\",\"host\":\"127.0.0.1\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field()).isEqualTo("host");
    }

    @Test
    void aUrlOfAFileIsTakenApartToo() throws Exception {
        Answer made =
                house.post(
                        PATH + "/from-url",
                        owner,
                        "{\"name\":\"By URL\",\"url\":\"sqlite:team/notes.db\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/file")).isEqualTo("team/notes.db");
    }
}
