package dev.surveyor.access;

import static dev.surveyor.access.AccessServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.access.AccessServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UsersIT {

    private final AccessServer server = AccessServer.shared();

    private static List<String> names(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(user -> user.path("username").asString())
                .toList();
    }

    @Test
    void peopleAreFoundByTheBeginningOfNameOrAddressAndNoOtherWay() {
        String start = AccessServer.uniqueName("find").replace("-", "");
        server.register(start + "B");
        server.register(start + "a");
        String id = server.register(start + "gone");
        server.put("/api/v1/users/" + id, Map.of("active", false), server.asAdmin());
        String[] me = server.as(start + "a");
        String search = "/api/v1/users/search?q=";
        assertThat(names(server.get(search + start.toUpperCase(java.util.Locale.ROOT), me)))
                .containsExactly(start + "a", start + "B");
        assertThat(names(server.get(search + start + "b@example", me)))
                .containsExactly(start + "B");
        for (String nothing :
                new String[] {start.substring(1), "%25", "_", "%C3%A9", "%00", "%20"}) {
            Answer answer = server.get(search + nothing, me);
            assertThat(answer.status()).as(nothing).isIn(200, 400);
            assertThat(names(answer)).as(nothing).isEmpty();
        }
    }

    @Test
    void aSearchCanBeKeptToOnesDomainOrToFullNames() {
        String start = AccessServer.uniqueName("share").replace("-", "");
        server.register(start + "a");
        server.register(start + "b");
        server.post(
                "/api/v1/users",
                Map.of(
                        "username",
                        start + "c",
                        "email",
                        start + "@elsewhere.example",
                        "password",
                        PASSWORD,
                        "role",
                        "USER"),
                server.asAdmin());
        String search = "/api/v1/users/search?q=" + start;
        try (AccessServer domain =
                AccessServer.with(Map.of("surveyor.access.sharing", "same-domain"))) {
            assertThat(names(domain.get(search, domain.as(start + "a"))))
                    .containsExactly(start + "a", start + "b");
        }
        try (AccessServer exact = AccessServer.with(Map.of("surveyor.access.sharing", "exact"))) {
            String[] me = exact.as(start + "a");
            assertThat(names(exact.get(search, me))).isEmpty();
            assertThat(names(exact.get(search + "b", me))).containsExactly(start + "b");
            assertThat(names(exact.get(search + "@elsewhere.example", me)))
                    .containsExactly(start + "c");
        }
    }

    @Test
    void aListGoesOnWhereThePageBeforeEnded() {
        for (int i = 0; i < 5; i++) {
            server.register(AccessServer.uniqueName("page"));
        }
        String[] admin = server.asAdmin();
        List<String> whole = names(server.get("/api/v1/users?limit=200", admin));
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            Answer page = server.get("/api/v1/users?limit=2" + after, admin);
            paged.addAll(names(page));
            JsonNode next = page.json().path("next");
            after = next.isNull() ? "" : "&after=" + next.asString();
        } while (!after.isEmpty());
        assertThat(paged).containsExactlyElementsOf(whole).doesNotHaveDuplicates();
        assertThat(server.get("/api/v1/users?after=%21", admin).text("code"))
                .isEqualTo("cursor-invalid");
        assertThat(names(server.get("/api/v1/users?role=ADMIN&active=true", admin)))
                .contains("admin");
    }

    @Test
    void theLastAdministratorStays() {
        String[] admin = server.asAdmin();
        String id = server.get("/api/v1/auth/me", admin).json().path("user").path("id").asString();
        for (Map<String, ?> change :
                List.<Map<String, ?>>of(Map.of("active", false), Map.of("role", "USER"))) {
            Answer answer = server.put("/api/v1/users/" + id, change, admin);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text("code")).isEqualTo("last-admin");
        }
    }

    @Test
    void whatSomebodyOwnsIsToldOrHandedOverWhenTheyAreDeactivated() {
        String from = server.register(AccessServer.uniqueName("from"));
        String to = server.register(AccessServer.uniqueName("to"));
        Belongings belongings = server.bean(Belongings.class);
        belongings.owners.put("shop", UUID.fromString(from));
        String[] admin = server.asAdmin();
        Answer told = server.put("/api/v1/users/" + from, Map.of("active", false), admin);
        assertThat(told.json().path("belongings").path(0).path("name").asString())
                .isEqualTo("shop");
        Answer nobody =
                server.put(
                        "/api/v1/users/" + from,
                        Map.of("active", false, "handOverTo", UUID.randomUUID().toString()),
                        admin);
        assertThat(nobody.text("code")).isEqualTo("hand-over-invalid");
        Answer handed =
                server.put(
                        "/api/v1/users/" + from, Map.of("active", false, "handOverTo", to), admin);
        assertThat(handed.json().path("belongings").isEmpty()).isTrue();
        assertThat(belongings.owners).containsEntry("shop", UUID.fromString(to));
    }

    @Test
    void oneMayCallOneselfAnotherNameThatIsFree() {
        String name = AccessServer.uniqueName("rename");
        String taken = AccessServer.uniqueName("taken");
        server.register(name);
        server.register(taken);
        String[] me = server.as(name);
        assertThat(server.put("/api/v1/users/me", Map.of("username", taken), me).status())
                .isEqualTo(409);
        Answer renamed = server.put("/api/v1/users/me", Map.of("username", name + "2"), me);
        assertThat(renamed.text("username")).isEqualTo(name + "2");
        assertThat(renamed.text("email")).isEqualTo(name + "@example.com");
    }
}
