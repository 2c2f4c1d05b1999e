/** The properties of the house: found, checked, listed with where each value came from. */
@NullMarked
package dev.surveyor.app.settings;

import org.jspecify.annotations.NullMarked;
