/** Posting files of events to the ingest service. */
@NullMarked
package dev.footlights.local.send;

import org.jspecify.annotations.NullMarked;
