/** A language model asked about columns of which the rules are unsure. */
@NullMarked
package dev.surveyor.pipeline.advice;

import org.jspecify.annotations.NullMarked;
