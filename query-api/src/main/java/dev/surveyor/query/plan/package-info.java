/** The planner: from a question to ranked plans and their SQL, with no language model. */
@NullMarked
package dev.surveyor.query.plan;

import org.jspecify.annotations.NullMarked;
