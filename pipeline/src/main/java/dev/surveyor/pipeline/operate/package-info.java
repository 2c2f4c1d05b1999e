/** Starts, stops, watches and recovers surveys. */
@NullMarked
package dev.surveyor.pipeline.operate;

import org.jspecify.annotations.NullMarked;
