/** Keys for machines. */
@NullMarked
package dev.surveyor.access.keys;

import org.jspecify.annotations.NullMarked;
