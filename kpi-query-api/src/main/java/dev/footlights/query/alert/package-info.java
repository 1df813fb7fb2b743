/** Watches KPIs by rules and tells when one is broken, and when it is kept again. */
@NullMarked
package dev.footlights.query.alert;

import org.jspecify.annotations.NullMarked;
