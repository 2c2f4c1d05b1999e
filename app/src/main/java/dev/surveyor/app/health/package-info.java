/** Looks at what this process depends on, bounded in time, and tells metrics and probes of it. */
@NullMarked
package dev.surveyor.app.health;

import org.jspecify.annotations.NullMarked;
