/** The topics: their names, schemas and settings, and the code that makes or checks them. Keys are plain UTF-8 strings everywhere. */
@NullMarked
package dev.footlights.schemas.topics;

import org.jspecify.annotations.NullMarked;
