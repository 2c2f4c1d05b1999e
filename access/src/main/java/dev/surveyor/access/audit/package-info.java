/** The trail of who did what. */
@NullMarked
package dev.surveyor.access.audit;

import org.jspecify.annotations.NullMarked;
