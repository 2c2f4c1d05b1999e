/** Reading users' databases: structure, changes, profiles. */
@NullMarked
package dev.surveyor.bench.sources;

import org.jspecify.annotations.NullMarked;
