/** What experiments with questions share: a server with a scripted language model, and askers. */
@NullMarked
package dev.surveyor.bench.asked;

import org.jspecify.annotations.NullMarked;
