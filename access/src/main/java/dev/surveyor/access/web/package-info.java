/** What every HTTP exchange passes: identity, permission, limits, headers, problems. */
@NullMarked
package dev.surveyor.access.web;

import org.jspecify.annotations.NullMarked;
