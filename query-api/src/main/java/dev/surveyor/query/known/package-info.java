/** Editions held ready for those who ask about them. */
@NullMarked
package dev.surveyor.query.known;

import org.jspecify.annotations.NullMarked;
