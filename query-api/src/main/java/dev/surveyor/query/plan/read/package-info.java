/** What a question asks for, read from its words: clues by rule, chances by learnt weights. */
@NullMarked
package dev.surveyor.query.plan.read;

import org.jspecify.annotations.NullMarked;
