/** The database of an invented trading company, made from a seed by SQL alone. */
@NullMarked
package dev.surveyor.demo;

import org.jspecify.annotations.NullMarked;
