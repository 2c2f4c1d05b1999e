/** From a question to an answer, step by step. */
@NullMarked
package dev.surveyor.query.agent;

import org.jspecify.annotations.NullMarked;
