package dev.surveyor.query.known;

import dev.surveyor.catalog.Edition;
import dev.surveyor.catalog.EditionContent;
import dev.surveyor.catalog.Insight;
import dev.surveyor.catalog.Policies;
import dev.surveyor.catalog.Structure;
import dev.surveyor.catalog.TableName;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.retrieve.ContextWriter;
import dev.surveyor.query.retrieve.EditionLookup;
import dev.surveyor.query.retrieve.Finds;
import dev.surveyor.query.retrieve.PassageVectors;
import dev.surveyor.query.retrieve.SchemaContext;
import dev.surveyor.query.retrieve.Sight;
import dev.surveyor.query.retrieve.TableSearch;
import dev.surveyor.query.sight.Sighted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** What is known of one connection, as one asker may see it. Safe for many threads. */
public final class Known {

    /** So many tables are planned over as a whole; of more, those that the question finds. */
    private static final int PLANNED_TABLES_MAX = 80;

    private static final int FOUND_TABLES_MAX = 20;

    private final String name;
    private final HeldEdition held;
    private final Policies policies;
    private final Sighted sighted;
    private final TableSearch search;
    private final Supplier<EditionLookup> searched;

    Known(
            String name,
            HeldEdition held,
            Policies policies,
            TableSearch search,
            Supplier<EditionLookup> searched) {
        this.name = name;
        this.held = held;
        this.policies = policies;
        this.sighted = new Sighted(policies);
        this.search = search;
        this.searched = searched;
    }

    /**
     * Of an edition that nobody keeps, for somebody whom no policy binds; made ready to be searched
     * with the first search.
     */
    public static Known of(
            String name, EditionContent content, TableSearch search, PassageVectors vectors) {
        return new Known(
                name,
                new HeldEdition(content),
                Policies.NONE,
                search,
                new Once<>(() -> search.load(content, name, vectors)));
    }

    /** What people call the connection. */
    public String name() {
        return name;
    }

    public Edition edition() {
        return held.edition();
    }

    public Policies policies() {
        return policies;
    }

    /** All of it, for the guard, which lays the policies over statements itself. */
    public Structure structure() {
        return held.structure();
    }

    /** As the asker may see it. */
    public Optional<Insight> insight(TableName table) {
        return held.insight(table).flatMap(sighted::of);
    }

    /** The table whose name prints so, seen or not. */
    public Optional<TableName> printed(String name) {
        return held.printed(name);
    }

    /** Those that the asker may see, by name. */
    public List<Insight> insights() {
        List<Insight> seen = new ArrayList<>();
        held.insights().forEach(insight -> sighted.of(insight).ifPresent(seen::add));
        return seen;
    }

    public boolean sees(TableName table) {
        return sighted.sees(table);
    }

    /** How many tables there are, seen or not. */
    public int tables() {
        return held.tables();
    }

    /** The tables that fit a question best; embeds it. */
    public Finds find(String question, int tablesMax) {
        return search.find(question, List.of(sight()), tablesMax);
    }

    /** For {@link TableSearch} over several connections. */
    public Sight sight() {
        return Sight.of(searched.get(), policies);
    }

    /**
     * What a model reads of what was found.
     *
     * @param tokens counts a text's; there is one way to count here
     */
    public SchemaContext context(
            Finds finds, ToIntFunction<String> tokens, boolean withValues, int tokensMax) {
        return new ContextWriter(
                        sight(),
                        this::insight,
                        tokens,
                        withValues,
                        held.texts(policies, withValues))
                .write(finds, tokensMax);
    }

    /** What the planner plans over for this question. */
    public Lookup lookup(String question) {
        if (held.tables() <= PLANNED_TABLES_MAX) {
            return held.lookup(policies, () -> lookup(insights()));
        }
        Finds finds = find(question, FOUND_TABLES_MAX);
        Set<TableName> names = new LinkedHashSet<>();
        finds.tables().forEach(table -> names.add(table.table()));
        return lookup(names.stream().flatMap(table -> insight(table).stream()).toList());
    }

    private Lookup lookup(List<Insight> insights) {
        return Lookup.of(new EditionContent(held.edition(), insights));
    }
}
