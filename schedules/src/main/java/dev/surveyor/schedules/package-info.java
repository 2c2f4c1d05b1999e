/** What happens at its time: surveys by night. */
@NullMarked
package dev.surveyor.schedules;

import org.jspecify.annotations.NullMarked;
