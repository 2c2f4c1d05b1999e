package dev.surveyor.query.plan.choose;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Parts;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.read.Reading;

/**
 * A plan that is judged, with what it is judged by.
 *
 * @param main the select that gives the columns
 */
record Judged(Query query, Query.Select main, Lookup lookup, Reading reading) {

    static Judged of(Query query, Lookup lookup, Reading reading) {
        return new Judged(query, Parts.main(query), lookup, reading);
    }
}
