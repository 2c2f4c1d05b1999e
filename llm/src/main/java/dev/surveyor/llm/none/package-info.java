/** No language model at all. */
@NullMarked
package dev.surveyor.llm.none;

import org.jspecify.annotations.NullMarked;
