/** What tables that cannot be read in time cost a survey. */
@NullMarked
package dev.surveyor.bench.slowtables;

import org.jspecify.annotations.NullMarked;
