/** Keeps from other eyes what must be written down: files of the owner, sealed texts. */
@NullMarked
package dev.surveyor.catalog.sealing;

import org.jspecify.annotations.NullMarked;
