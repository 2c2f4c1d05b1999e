package dev.surveyor.eval.planner;

import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.sources.StatementRules;

/** A database as the planner knows it, and what judges statements about it. */
record Surveyed(Lookup lookup, StatementRules.Judge judge) {}
