/** What a column's values mean to people, and whether they tell of persons; one class per rule. */
@NullMarked
package dev.surveyor.sources.meaning;

import org.jspecify.annotations.NullMarked;
