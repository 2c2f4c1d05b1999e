/** SQLite files. */
@NullMarked
package dev.surveyor.sources.sqlite;

import org.jspecify.annotations.NullMarked;
