/** What is known of a table as texts that questions can meet. */
@NullMarked
package dev.surveyor.pipeline.document;

import org.jspecify.annotations.NullMarked;
