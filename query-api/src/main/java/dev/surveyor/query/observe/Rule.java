package dev.surveyor.query.observe;

import dev.surveyor.query.Observation;
import java.util.List;

/** Looks for one sort of thing. */
interface Rule {

    List<Observation> of(Grid grid);
}
