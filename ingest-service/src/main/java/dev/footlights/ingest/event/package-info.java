/** From a request's bytes to usage events: formats, checks and cleaning. No I/O. */
@NullMarked
package dev.footlights.ingest.event;

import org.jspecify.annotations.NullMarked;
