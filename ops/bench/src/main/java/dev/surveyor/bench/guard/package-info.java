/** How fast the guard decides, and whether chance gets past it. */
@NullMarked
package dev.surveyor.bench.guard;

import org.jspecify.annotations.NullMarked;
