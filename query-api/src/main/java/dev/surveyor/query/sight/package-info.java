/** What policies leave of what a survey found. */
@NullMarked
package dev.surveyor.query.sight;

import org.jspecify.annotations.NullMarked;
