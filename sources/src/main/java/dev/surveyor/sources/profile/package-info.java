/** Measures the shape of tables. */
@NullMarked
package dev.surveyor.sources.profile;

import org.jspecify.annotations.NullMarked;
