/** Schedules for people: seen, chosen, paused. */
@NullMarked
package dev.surveyor.schedules.web;

import org.jspecify.annotations.NullMarked;
