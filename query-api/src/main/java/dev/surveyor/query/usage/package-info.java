/** What language models cost whom. */
@NullMarked
package dev.surveyor.query.usage;

import org.jspecify.annotations.NullMarked;
