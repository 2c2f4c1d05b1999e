/** Two processes with one catalog: who surveys when both want to, and when one falls asleep. */
@NullMarked
package dev.surveyor.bench.processes;

import org.jspecify.annotations.NullMarked;
