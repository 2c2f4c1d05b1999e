/** A server that is killed while people come, go and make keys, and what is left half done. */
@NullMarked
package dev.surveyor.bench.killaccess;

import org.jspecify.annotations.NullMarked;
