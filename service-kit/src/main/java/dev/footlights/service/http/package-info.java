/** A small HTTP server and the plain types that handlers see. */
@NullMarked
package dev.footlights.service.http;

import org.jspecify.annotations.NullMarked;
