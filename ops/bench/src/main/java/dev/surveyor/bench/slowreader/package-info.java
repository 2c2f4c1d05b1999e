/** Somebody who stops reading while an answer's rows come. */
@NullMarked
package dev.surveyor.bench.slowreader;

import org.jspecify.annotations.NullMarked;
