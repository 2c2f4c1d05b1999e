/** Questions of people to their connections, each part of a conversation. */
@NullMarked
package dev.surveyor.query.chat;

import org.jspecify.annotations.NullMarked;
