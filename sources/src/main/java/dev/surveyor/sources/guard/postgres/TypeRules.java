package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.Refusing;
import dev.surveyor.sources.guard.postgres.Expression.TypeName;
import dev.surveyor.sources.guard.postgres.Facts.CastFact;
import dev.surveyor.sources.guard.postgres.Facts.ColumnFact;
import dev.surveyor.sources.guard.postgres.Facts.RelationFact;
import dev.surveyor.sources.guard.postgres.Facts.TypeFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Which types may be named: to make a value of one can run code. */
final class TypeRules {

    /** They look names of the catalogs up, or are no types of values. */
    private static final Pattern DENIED =
            Pattern.compile(
                    "reg(?!config$|dictionary$).*|pg_(?!lsn).*|refcursor|aclitem|gtsvector|txid_snapshot");

    private static final Set<String> INCOMPARABLE =
            Set.of(
                    "json",
                    "xml",
                    "point",
                    "line",
                    "lseg",
                    "box",
                    "path",
                    "polygon",
                    "circle",
                    "jsonpath",
                    "refcursor",
                    "aclitem");

    private static final int NESTING_MAX = 20;

    private final Facts facts;
    private final Visibility visibility;
    private final Map<Long, Boolean> harmless = new ConcurrentHashMap<>();
    private final Consumer<Expression> domainCheck;

    /**
     * @param domainCheck refuses a domain's condition unless it merely computes
     */
    TypeRules(Facts facts, Visibility visibility, Consumer<Expression> domainCheck) {
        this.facts = facts;
        this.visibility = visibility;
        this.domainCheck = domainCheck;
    }

    /** The type's name as it is to be written. */
    String type(TypeName name) {
        TypeFact type = find(name);
        Boolean known = harmless.get(type.id());
        if (known == null) {
            known = isHarmless(type, 0);
            harmless.put(type.id(), known);
        }
        if (!known) {
            throw Refusals.of(
                    GuardRule.TYPE,
                    "Values of the type " + name.name().getLast() + " may not be made",
                    name.at().offset());
        }
        return Quoting.qualified(List.of(type.schema(), type.name()));
    }

    TypeFact find(TypeName name) {
        List<String> parts = name.name();
        if (parts.size() == 3 && parts.getFirst().equals(facts.database())) {
            parts = parts.subList(1, 3);
        }
        List<String> path = new ArrayList<>();
        if (parts.size() == 1) {
            path.add(NameRules.SYSTEM);
            path.addAll(facts.searchPath());
        } else if (parts.size() == 2) {
            path.add(parts.getFirst());
        }
        for (String schema : path) {
            for (TypeFact type : facts.typesByName().getOrDefault(parts.getLast(), List.of())) {
                if (type.schema().equals(schema)) {
                    return type;
                }
            }
        }
        throw Refusals.of(
                GuardRule.TYPE, "There is no type " + parts.getLast(), name.at().offset());
    }

    private boolean isHarmless(TypeFact type, int depth) {
        if (depth > NESTING_MAX || isTouchedByUnsafeCast(type)) {
            return false;
        }
        if (type.array() && type.element() != 0) {
            return isHarmless(type.element(), depth);
        }
        if (type.schema().equals(NameRules.SYSTEM) && type.system()) {
            return type.kind() != 'p'
                    && type.kind() != 'c'
                    && !DENIED.matcher(type.name()).matches();
        }
        boolean extension = FunctionRules.EXTENSIONS.contains(type.extension());
        if (!extension && !visibility.seesSchema(type.schema())) {
            return false;
        }
        return switch (type.kind()) {
            case 'e' -> true;
            case 'd' -> isHarmless(type.base(), depth) && checksAreHarmless(type);
            case 'c' -> isHarmlessRow(type, depth);
            case 'r' -> !type.canonical() && isHarmless(type.rangeOf(), depth);
            case 'b' -> extension;
            default -> false;
        };
    }

    private boolean isHarmless(long id, int depth) {
        TypeFact type = facts.types().get(id);
        return type != null && isHarmless(type, depth + 1);
    }

    /** A cast that a user made may run whenever a value of either type is converted. */
    private boolean isTouchedByUnsafeCast(TypeFact type) {
        for (CastFact cast : facts.casts()) {
            boolean touched =
                    (cast.target() == type.id() && !isSystem(cast.target()))
                            || (cast.source() == type.id() && !isSystem(cast.source()))
                            || (cast.target() == type.id() && isSystem(cast.source()));
            if (!cast.safe() && touched) {
                return true;
            }
        }
        return false;
    }

    /** Whether merely to convert a value of this type can run a user's code. */
    boolean convertsUnsafely(long id) {
        TypeFact type = facts.types().get(id);
        return type == null || isTouchedByUnsafeCast(type);
    }

    /** Whether values of the type are told apart by more than their text. */
    boolean isGroupable(long id) {
        TypeFact type = facts.types().get(id);
        if (type == null) {
            return false;
        }
        if (type.array() && type.element() != 0) {
            return isGroupable(type.element());
        }
        return switch (type.kind()) {
            case 'e' -> true;
            case 'd' -> isGroupable(type.base());
            case 'b', 'r', 'm' ->
                    FunctionRules.EXTENSIONS.contains(type.extension())
                            || (type.system() && !INCOMPARABLE.contains(type.name()));
            default -> false;
        };
    }

    private boolean isSystem(long id) {
        TypeFact type = facts.types().get(id);
        return type != null && type.system();
    }

    private boolean checksAreHarmless(TypeFact type) {
        for (String check : type.checks()) {
            try {
                String condition = check.substring("CHECK ".length()).replace(" NOT VALID", "");
                domainCheck.accept(Parser.expression(condition));
            } catch (Refusing e) {
                return false;
            }
        }
        return true;
    }

    /** A row type of a table counts as the table does. */
    private boolean isHarmlessRow(TypeFact type, int depth) {
        RelationFact relation = facts.relationsById().get(type.relation());
        if (relation != null) {
            Visibility.TableView view = visibility.of(relation);
            if (!view.visible() || !view.hiddenColumns().isEmpty()) {
                return false;
            }
        }
        Set<Long> seen = new HashSet<>();
        for (ColumnFact column : facts.columns().getOrDefault(type.relation(), List.of())) {
            if (seen.add(column.type()) && !isHarmless(column.type(), depth)) {
                return false;
            }
        }
        return true;
    }
}
