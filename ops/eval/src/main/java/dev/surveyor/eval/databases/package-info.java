/** The databases that questions are about, opened for reading only. */
@NullMarked
package dev.surveyor.eval.databases;

import org.jspecify.annotations.NullMarked;
