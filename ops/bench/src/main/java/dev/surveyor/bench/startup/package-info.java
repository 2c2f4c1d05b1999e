/** How soon a started Surveyor answers, and what it weighs when it has nothing to do. */
@NullMarked
package dev.surveyor.bench.startup;

import org.jspecify.annotations.NullMarked;
