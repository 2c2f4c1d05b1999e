/** Open sessions: transactions that end in time, rows within bounds. */
@NullMarked
package dev.surveyor.sources.session;

import org.jspecify.annotations.NullMarked;
