/** What experiments with surveys share: a source, a server, and somebody who asks for surveys. */
@NullMarked
package dev.surveyor.bench.night;

import org.jspecify.annotations.NullMarked;
