/** Asks the demo shop's golden questions, which were written for it by hand. */
@NullMarked
package dev.surveyor.eval.golden;

import org.jspecify.annotations.NullMarked;
