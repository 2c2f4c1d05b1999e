/** The bootable program: its commands and the Spring application that they start. */
@NullMarked
package dev.surveyor.app;

import org.jspecify.annotations.NullMarked;
