/** The HTTP paths. */
@NullMarked
package dev.footlights.query.routes;

import org.jspecify.annotations.NullMarked;
