/**
 * A language model whose answers are scripted, in each provider's wire format over loopback HTTP.
 */
@NullMarked
package dev.surveyor.scripted;

import org.jspecify.annotations.NullMarked;
