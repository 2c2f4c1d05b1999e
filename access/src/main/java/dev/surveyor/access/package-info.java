/** Who is asking, what they may do, and what they did. */
@NullMarked
package dev.surveyor.access;

import org.jspecify.annotations.NullMarked;
