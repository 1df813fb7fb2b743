/** The KPIs and their definitions. */
@NullMarked
package dev.footlights.schemas.kpis;

import org.jspecify.annotations.NullMarked;
