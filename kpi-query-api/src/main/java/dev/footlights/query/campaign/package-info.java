/** Annotations, what they lifted, and who could show whom. */
@NullMarked
package dev.footlights.query.campaign;

import org.jspecify.annotations.NullMarked;
