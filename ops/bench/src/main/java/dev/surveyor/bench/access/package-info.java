/** How fast people log in and are found among many. */
@NullMarked
package dev.surveyor.bench.access;

import org.jspecify.annotations.NullMarked;
