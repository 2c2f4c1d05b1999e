/** A plan in plain words, from the plan itself. */
@NullMarked
package dev.surveyor.query.plan.explain;

import org.jspecify.annotations.NullMarked;
