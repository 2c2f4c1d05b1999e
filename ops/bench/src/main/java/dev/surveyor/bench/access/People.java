package dev.surveyor.bench.access;

import dev.surveyor.bench.server.StoreLogin;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Many made-up people, the same ones each time. */
final class People {

    private static final long SEED = 20_261_121;
    private static final int LETTERS_MAX = 6;
    private static final int TRIES_PER_SEARCH = 50;
    private static final int DAYS = 1000;
    private static final LocalDate NEWEST = LocalDate.of(2026, 1, 1);
    private static final String NOBODYS_HASH =
            "{bcrypt}$2a$12$0000000000000000000000uXPbZPyHj1kPXUEOV2lHqxYNz5YHTXK";
    private static final List<String> FIRST =
            words(
                    """
                    ada alan alice amir ana andrei anna ariel arjun astrid aya beatriz ben bianca bruno
                    carla carlos chen chidi chloe claire daniel daria david diego dmitri dora edith elena eli
                    emeka emma eric esra eva farah fatima felix finn freya gabriel george greta hana harry
                    hassan helen hugo ibrahim ida ines irina isaac ivan jack jana jasmin jin joao johanna
                    jonas jose julia kai karim kate keiko kenji kofi laila lars laura lea leo lin lucas lucia
                    luis maja marco maria marie mark marta mateo max mei mia milan mina mohamed nadia naomi
                    nils nina noah nora olga oliver omar oscar pablo paul peter petra pia priya rafael rahul
                    rania rosa ruth sam samir sana sara sasha sofia stefan sven tariq theo thomas tim uma
                    valentin vera victor wei yara yasmin yuki zeynep zoe
                    """);
    private static final List<String> LAST =
            words(
                    """
                    abbas adeyemi ahmed almeida andersen baker barros bauer becker bell bianchi brandt brown
                    campos carter castro chang clark cohen collins costa cruz davis demir diaz dubois ekholm
                    evans farouk fernandez fischer fontaine foster garcia gomez gonzalez gray gupta haddad
                    hall hansen hartmann hayashi hernandez hoffmann horvat huang hughes ibarra ito ivanov
                    jackson jansen jensen johnson jones kaya keller khan kim klein kobayashi koch kowalski
                    kumar larsen lee lehmann lewis li lindberg lopez lund martin martinez mehta meyer mitchell
                    moore morales moreau muller murphy nakamura nguyen nielsen novak nowak okafor oliveira
                    olsen ortiz owens park patel pereira peters petrov popescu quinn ramirez reyes ricci
                    richter rivera roberts rossi roy russo sahin saito santos sato schmidt schneider schulz
                    shah sharma silva singh smith sokolov stone suzuki tanaka taylor thompson torres tran
                    turner vargas vogel wagner walker wang watanabe weber white williams wilson wolf wong
                    wright wu yamada yang yilmaz young zhang zimmermann
                    """);
    private static final List<String> DOMAINS =
            words("example.com example.org example.net mail.example.com uni.example.edu");

    private final List<String> usernames = new ArrayList<>();
    private final List<String> emails = new ArrayList<>();

    private People(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, Integer> namesakes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String first = any(FIRST, random);
            String last = any(LAST, random);
            int earlier = namesakes.merge(first + last, 1, Integer::sum) - 1;
            String number = earlier == 0 ? "" : Integer.toString(earlier + 1);
            usernames.add(first + "." + last + number);
            String mailbox =
                    switch (random.nextInt(3)) {
                        case 0 -> first + "." + last;
                        case 1 -> last + "." + first;
                        default -> first.charAt(0) + "-" + last + "-" + first;
                    };
            emails.add(mailbox + number + "@" + any(DOMAINS, random));
        }
    }

    /** Puts them into the catalog past the server, and lets the store count them. */
    static People insert(Path data, int count) throws IOException {
        People people = new People(count);
        try (Connection connection = StoreLogin.OWNER.connect(data);
                Statement statement = connection.createStatement()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY app_user (id, username, email, password_hash, role,"
                                    + " created_at, updated_at) FROM STDIN",
                            new StringReader(people.rows()));
            statement.execute("ANALYZE app_user");
        } catch (SQLException e) {
            throw new IOException("the users cannot be inserted: " + e.getMessage(), e);
        }
        return people;
    }

    private String rows() {
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < usernames.size(); i++) {
            LocalDate day = NEWEST.minusDays(random.nextInt(DAYS));
            rows.append(new UUID(random.nextLong(), random.nextLong()))
                    .append('\t')
                    .append(usernames.get(i))
                    .append('\t')
                    .append(emails.get(i))
                    .append('\t')
                    .append(NOBODYS_HASH)
                    .append('\t')
                    .append(random.nextInt(20) == 0 ? "POWER" : "USER")
                    .append('\t')
                    .append(day)
                    .append('\t')
                    .append(day)
                    .append('\n');
        }
        return rows.toString();
    }

    int count() {
        return usernames.size();
    }

    /** Different beginnings of names and addresses, each of somebody. */
    List<String> beginnings(int wanted, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> beginnings = new LinkedHashSet<>();
        for (int i = 0; beginnings.size() < wanted; i++) {
            if (i == wanted * TRIES_PER_SEARCH) {
                throw new IOException(
                        "%d users have no %d different beginnings: ask for fewer --searches"
                                .formatted(count(), wanted));
            }
            List<String> texts = random.nextBoolean() ? usernames : emails;
            String text = any(texts, random);
            beginnings.add(text.substring(0, random.nextInt(1, LETTERS_MAX + 1)));
        }
        return List.copyOf(beginnings);
    }

    private static String any(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
