/** Coming in, staying in, going out. */
@NullMarked
package dev.surveyor.access.login;

import org.jspecify.annotations.NullMarked;
