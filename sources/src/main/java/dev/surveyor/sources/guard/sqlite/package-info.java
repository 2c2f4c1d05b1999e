/** SQLite's statements: read by JSqlParser, walked part by part, held against what was printed. */
@NullMarked
package dev.surveyor.sources.guard.sqlite;

import org.jspecify.annotations.NullMarked;
