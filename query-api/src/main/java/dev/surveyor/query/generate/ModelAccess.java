package dev.surveyor.query.generate;

import dev.surveyor.connections.Egress;
import dev.surveyor.llm.Budget;
import dev.surveyor.llm.Holds;
import dev.surveyor.llm.MayLeave;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a language model may be told for one asker, and what that may cost.
 *
 * @param budget pays for it
 */
public record ModelAccess(MayLeave mayLeave, Budget budget) {

    /** As the owner of a connection says. */
    public static ModelAccess of(Egress egress, Budget budget) {
        Set<Holds> what = EnumSet.noneOf(Holds.class);
        egress.what().forEach(each -> what.add(Holds.valueOf(each.name())));
        MayLeave.Where where =
                switch (egress.where()) {
                    case NONE -> MayLeave.Where.NOWHERE;
                    case LOCAL -> MayLeave.Where.LOCAL;
                    case PROVIDERS -> MayLeave.Where.HOLDERS;
                };
        return new ModelAccess(new MayLeave(where, Set.copyOf(egress.providers()), what), budget);
    }

    /** Whether anything may be told at all. */
    public boolean names() {
        return mayLeave.where() != MayLeave.Where.NOWHERE && mayLeave.what().contains(Holds.NAMES);
    }

    public boolean values() {
        return mayLeave.what().contains(Holds.VALUES);
    }

    /** Whether figures and names of an answer's rows may be told. */
    public boolean rows() {
        return names() && values() && mayLeave.what().contains(Holds.ROWS);
    }
}
