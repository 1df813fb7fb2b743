/** How each kind of record becomes rows of a ClickHouse table. Pure. */
@NullMarked
package dev.footlights.streams.sink.rows;

import org.jspecify.annotations.NullMarked;
