/** What a query is made of and how hard Spider's rules find it. */
@NullMarked
package dev.surveyor.eval.sqlshape;

import org.jspecify.annotations.NullMarked;
