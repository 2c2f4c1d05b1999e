/** What all providers share whose client library speaks through us: the way their bytes go. */
@NullMarked
package dev.surveyor.llm.wire;

import org.jspecify.annotations.NullMarked;
