/** Which feature of Backstage an event belongs to. */
@NullMarked
package dev.footlights.schemas.features;

import org.jspecify.annotations.NullMarked;
