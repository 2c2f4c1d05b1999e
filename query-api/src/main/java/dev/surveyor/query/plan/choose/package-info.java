/** Which plan is meant, and how sure that is. */
@NullMarked
package dev.surveyor.query.plan.choose;

import org.jspecify.annotations.NullMarked;
