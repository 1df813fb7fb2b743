/** The KPIs over HTTP, read from ClickHouse. */
@NullMarked
package dev.footlights.query;

import org.jspecify.annotations.NullMarked;
