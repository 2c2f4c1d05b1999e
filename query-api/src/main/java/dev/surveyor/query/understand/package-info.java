/** What kind of question it is. */
@NullMarked
package dev.surveyor.query.understand;

import org.jspecify.annotations.NullMarked;
