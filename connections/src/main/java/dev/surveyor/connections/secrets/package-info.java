/** What opens connections, sealed. */
@NullMarked
package dev.surveyor.connections.secrets;

import org.jspecify.annotations.NullMarked;
