package dev.surveyor.sources.guard.postgres;

/**
 * A part of a statement. The kinds are sealed and every walk switches over all of them without a
 * default: a new kind does not compile until reader, check and printer know it.
 */
sealed interface Node permits Expression, FromItem, Query, Statement {

    Position at();
}
