/** The organisation: read from the Backstage catalog, watched, published. */
@NullMarked
package dev.footlights.ingest.roster;

import org.jspecify.annotations.NullMarked;
