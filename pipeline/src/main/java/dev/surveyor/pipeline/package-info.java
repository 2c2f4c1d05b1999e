/** The survey: from a connection to a published edition. */
@NullMarked
package dev.surveyor.pipeline;

import org.jspecify.annotations.NullMarked;
