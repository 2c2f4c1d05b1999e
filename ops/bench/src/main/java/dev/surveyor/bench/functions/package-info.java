/**
 * Single functions, each beside another that does the like, measured by JMH in a process of its
 * own.
 */
@NullMarked
package dev.surveyor.bench.functions;

import org.jspecify.annotations.NullMarked;
