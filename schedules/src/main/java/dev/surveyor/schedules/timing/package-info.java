/** When nights are: pure arithmetic over plans, time zones and instants. */
@NullMarked
package dev.surveyor.schedules.timing;

import org.jspecify.annotations.NullMarked;
