/** How well undeclared relations are inferred: declared ones are hidden, then compared. */
@NullMarked
package dev.surveyor.eval.relations;

import org.jspecify.annotations.NullMarked;
