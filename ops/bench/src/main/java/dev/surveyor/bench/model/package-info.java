/** Language models that are away, slow, or talk nonsense. */
@NullMarked
package dev.surveyor.bench.model;

import org.jspecify.annotations.NullMarked;
