/** Conversations, what ran for them, and their doors. */
@NullMarked
package dev.surveyor.query.session;

import org.jspecify.annotations.NullMarked;
