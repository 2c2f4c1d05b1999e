/** What people do to what surveys found: say it better, go back to an earlier edition. */
@NullMarked
package dev.surveyor.pipeline.correct;

import org.jspecify.annotations.NullMarked;
