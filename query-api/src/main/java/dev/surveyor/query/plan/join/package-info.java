/** The cheapest trees of relations that connect tables. */
@NullMarked
package dev.surveyor.query.plan.join;

import org.jspecify.annotations.NullMarked;
