/** What is worth saying about an answer's rows, and how they are best drawn. */
@NullMarked
package dev.surveyor.query.observe;

import org.jspecify.annotations.NullMarked;
