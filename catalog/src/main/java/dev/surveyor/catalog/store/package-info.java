/** The catalog's schema, its two roles and the connection pools that act as them. */
@NullMarked
package dev.surveyor.catalog.store;

import org.jspecify.annotations.NullMarked;
