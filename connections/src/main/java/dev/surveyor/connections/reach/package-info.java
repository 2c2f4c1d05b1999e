/** Where connections may lead: typed addresses, networks, files. */
@NullMarked
package dev.surveyor.connections.reach;

import org.jspecify.annotations.NullMarked;
