/** Getting on board: what people and teams have unlocked. */
@NullMarked
package dev.footlights.query.onboarding;

import org.jspecify.annotations.NullMarked;
