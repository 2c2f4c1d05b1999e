/** SQL that people write themselves, and the structure that they write it for. */
@NullMarked
package dev.surveyor.query.byhand;

import org.jspecify.annotations.NullMarked;
