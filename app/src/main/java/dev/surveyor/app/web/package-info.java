/** The paths that belong to no other module, and the description of all of them. */
@NullMarked
package dev.surveyor.app.web;

import org.jspecify.annotations.NullMarked;
