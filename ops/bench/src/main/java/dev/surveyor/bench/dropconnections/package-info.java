/** Surveys whose catalog, source or index goes away while they work. */
@NullMarked
package dev.surveyor.bench.dropconnections;

import org.jspecify.annotations.NullMarked;
