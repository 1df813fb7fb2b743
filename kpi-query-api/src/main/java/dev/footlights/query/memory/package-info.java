/** How copies of tables are held in memory and follow ClickHouse. */
@NullMarked
package dev.footlights.query.memory;

import org.jspecify.annotations.NullMarked;
