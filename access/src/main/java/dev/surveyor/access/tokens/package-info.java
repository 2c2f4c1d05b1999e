/** Log-ins: access tokens, refresh tokens and the keys that sign. */
@NullMarked
package dev.surveyor.access.tokens;

import org.jspecify.annotations.NullMarked;
