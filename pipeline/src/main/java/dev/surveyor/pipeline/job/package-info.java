/** The survey itself: Spring Batch's steps are thin, the work is in plain classes. */
@NullMarked
package dev.surveyor.pipeline.job;

import org.jspecify.annotations.NullMarked;
