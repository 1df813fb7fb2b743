/** The tables in ClickHouse: numbered SQL files among the resources, and the migrator that applies them. */
@NullMarked
package dev.footlights.schemas.clickhouse;

import org.jspecify.annotations.NullMarked;
