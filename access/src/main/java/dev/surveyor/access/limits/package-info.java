/** How often somebody may ask. */
@NullMarked
package dev.surveyor.access.limits;

import org.jspecify.annotations.NullMarked;
