/** Whether the guard lets through what is legitimate, and nothing else. */
@NullMarked
package dev.surveyor.eval.guard;

import org.jspecify.annotations.NullMarked;
