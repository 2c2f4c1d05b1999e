/** What a person can type after the program's name. */
@NullMarked
package dev.surveyor.app.command;

import org.jspecify.annotations.NullMarked;
