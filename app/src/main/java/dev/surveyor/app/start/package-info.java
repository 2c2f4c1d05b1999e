/**
 * What surrounds the Spring application: the data folder, its store, signals, failures told in one
 * sentence.
 */
@NullMarked
package dev.surveyor.app.start;

import org.jspecify.annotations.NullMarked;
