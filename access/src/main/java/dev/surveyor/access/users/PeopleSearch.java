package dev.surveyor.access.users;

import dev.surveyor.access.AccessSettings;
import dev.surveyor.access.Caller;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the people with whom somebody may share, by the beginning of their name or address. */
@Component
class PeopleSearch {

    static final int FOUND_MAX = 20;

    private static final char BEHIND_ALL = '\u007f';

    private static final String BY_NAME =
            """
            SELECT * FROM (
            (SELECT id, username, email FROM app_user
              WHERE lower(username) COLLATE "C" >= :from AND lower(username) COLLATE "C" < :to
                AND active %1$s ORDER BY lower(username) COLLATE "C" LIMIT :limit)
            UNION
            (SELECT id, username, email FROM app_user
              WHERE lower(email) COLLATE "C" >= :from AND lower(email) COLLATE "C" < :to
                AND active %1$s ORDER BY lower(email) COLLATE "C" LIMIT :limit)
            ) AS person ORDER BY lower(username) COLLATE "C" LIMIT :limit
            """;

    private static final String EVERYONE = BY_NAME.formatted("");
    private static final String SAME_DOMAIN =
            BY_NAME.formatted("AND split_part(lower(email), '@', 2) = :domain");
    private static final String EXACT =
            """
            SELECT id, username, email FROM app_user
             WHERE active AND (lower(username) COLLATE "C" = :from OR lower(email) COLLATE "C" = :from)
            """;

    /** Somebody as others find them. */
    record Person(UUID id, String username, String email) {}

    private final JdbcClient client;
    private final AccessSettings settings;

    PeopleSearch(JdbcClient client, AccessSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    List<Person> beginningWith(String beginning, Caller caller) {
        String from = beginning.strip().toLowerCase(Locale.ROOT);
        if (!NameRules.printable(from)) {
            return List.of();
        }
        JdbcClient.StatementSpec query =
                switch (settings.sharing()) {
                    case EVERYONE -> client.sql(EVERYONE);
                    case SAME_DOMAIN -> client.sql(SAME_DOMAIN).param("domain", domain(caller));
                    case EXACT -> client.sql(EXACT);
                };
        if (settings.sharing() != AccessSettings.Sharing.EXACT) {
            query = query.param("to", from + BEHIND_ALL).param("limit", FOUND_MAX);
        }
        return query.param("from", from)
                .query((row, number) ->
                        new Person(
                                row.getObject("id", UUID.class),
                                row.getString("username"),
                                row.getString("email")))
                .list();
    }

    private static String domain(Caller caller) {
        String email = caller.email().toLowerCase(Locale.ROOT);
        return email.substring(email.indexOf('@') + 1);
    }
}
