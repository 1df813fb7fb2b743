/** What people new to the portal are led through. */
@NullMarked
package dev.footlights.schemas.onboarding;

import org.jspecify.annotations.NullMarked;
