/** A question's words: tokens, stems, numbers, dates; and the words that names are made of. */
@NullMarked
package dev.surveyor.query.plan.words;

import org.jspecify.annotations.NullMarked;
