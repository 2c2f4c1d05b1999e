/** Telling others of failed nights: signed, tried again, by the rules that connections follow. */
@NullMarked
package dev.surveyor.schedules.notice;

import org.jspecify.annotations.NullMarked;
