/** Users' databases, read politely and within bounds. */
@NullMarked
package dev.surveyor.sources;

import org.jspecify.annotations.NullMarked;
