/** When two results say the same. */
@NullMarked
package dev.surveyor.eval.equality;

import org.jspecify.annotations.NullMarked;
