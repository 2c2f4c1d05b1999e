/** What every HTTP exchange gets, and the paths that belong to no other module. */
@NullMarked
package dev.surveyor.app.web;

import org.jspecify.annotations.NullMarked;
