/** A plan as the SQL of one dialect. */
@NullMarked
package dev.surveyor.query.plan.sql;

import org.jspecify.annotations.NullMarked;
