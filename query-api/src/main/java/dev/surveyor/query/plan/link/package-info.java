/** What an edition's names and values are called, and where a question speaks of them. */
@NullMarked
package dev.surveyor.query.plan.link;

import org.jspecify.annotations.NullMarked;
