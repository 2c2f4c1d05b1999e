/** Texts that give orders to a language model, and a model that obeys them. */
@NullMarked
package dev.surveyor.bench.inject;

import org.jspecify.annotations.NullMarked;
