/** PostgreSQL's query language: read by its rules, checked, bound, printed again. */
@NullMarked
package dev.surveyor.sources.guard.postgres;

import org.jspecify.annotations.NullMarked;
