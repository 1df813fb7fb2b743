/** The pulse surveys and their questions. */
@NullMarked
package dev.footlights.schemas.surveys;

import org.jspecify.annotations.NullMarked;
