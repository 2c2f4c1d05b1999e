/** From a question to an answer that can be trusted. */
@NullMarked
package dev.surveyor.query;

import org.jspecify.annotations.NullMarked;
