/** Questions understood whole: a plan in which every word that says something has its place. */
@NullMarked
package dev.surveyor.query.plan.grasp;

import org.jspecify.annotations.NullMarked;
