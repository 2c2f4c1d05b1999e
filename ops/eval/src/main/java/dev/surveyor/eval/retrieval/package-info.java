/** Scores how well the tables that questions are about are found among those of all databases. */
@NullMarked
package dev.surveyor.eval.retrieval;

import org.jspecify.annotations.NullMarked;
