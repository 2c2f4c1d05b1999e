/** What a question's right result is, and what about it is left open. */
@NullMarked
package dev.surveyor.eval.gold;

import org.jspecify.annotations.NullMarked;
