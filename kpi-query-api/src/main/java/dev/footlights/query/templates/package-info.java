/** Software templates: their funnels and their list. */
@NullMarked
package dev.footlights.query.templates;

import org.jspecify.annotations.NullMarked;
