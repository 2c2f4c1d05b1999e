/** Alarm clocks that all processes share, kept by Quartz in the catalog. */
@NullMarked
package dev.surveyor.schedules.alarm;

import org.jspecify.annotations.NullMarked;
