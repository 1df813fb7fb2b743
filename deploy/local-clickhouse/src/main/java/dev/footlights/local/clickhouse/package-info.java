/**
 * The real ClickHouse engine inside a JVM, behind a loopback server that speaks ClickHouse's HTTP interface, so that
 * everything else uses the ordinary driver and a {@code jdbc:ch://} URL whether ClickHouse is embedded or not.
 */
@NullMarked
package dev.footlights.local.clickhouse;

import org.jspecify.annotations.NullMarked;
