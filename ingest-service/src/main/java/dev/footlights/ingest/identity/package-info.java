/** Who and what events are about: entity refs, pseudonyms, and the keys derived from the deployment's one. */
@NullMarked
package dev.footlights.ingest.identity;

import org.jspecify.annotations.NullMarked;
