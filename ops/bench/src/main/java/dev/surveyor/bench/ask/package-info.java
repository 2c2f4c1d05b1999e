/** What a question costs beyond its language model and its database. */
@NullMarked
package dev.surveyor.bench.ask;

import org.jspecify.annotations.NullMarked;
