/** What surveys found, shown to who may see it. */
@NullMarked
package dev.surveyor.query.intelligence;

import org.jspecify.annotations.NullMarked;
