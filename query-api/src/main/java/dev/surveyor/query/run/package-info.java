/** Answers under way: their events, their readers, their end. */
@NullMarked
package dev.surveyor.query.run;

import org.jspecify.annotations.NullMarked;
