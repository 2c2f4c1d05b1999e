/** A plan: the structured query that stands before any SQL text exists. */
@NullMarked
package dev.surveyor.query.plan.query;

import org.jspecify.annotations.NullMarked;
