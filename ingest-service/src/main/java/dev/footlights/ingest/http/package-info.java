/** What the service answers. */
@NullMarked
package dev.footlights.ingest.http;

import org.jspecify.annotations.NullMarked;
