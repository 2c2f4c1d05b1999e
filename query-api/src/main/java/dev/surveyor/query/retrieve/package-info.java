/** Finds the connections, tables and columns that a question is about. */
@NullMarked
package dev.surveyor.query.retrieve;

import org.jspecify.annotations.NullMarked;
