/** How a column is to be found again; one class per rule. */
@NullMarked
package dev.surveyor.pipeline.strategy;

import org.jspecify.annotations.NullMarked;
