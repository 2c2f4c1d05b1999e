/** Files of questions and schemas, read into records. */
@NullMarked
package dev.surveyor.eval.questions;

import org.jspecify.annotations.NullMarked;
