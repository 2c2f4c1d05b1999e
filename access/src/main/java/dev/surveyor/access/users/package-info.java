/** People: their names, passwords and roles. */
@NullMarked
package dev.surveyor.access.users;

import org.jspecify.annotations.NullMarked;
