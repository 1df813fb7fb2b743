/** ClickHouse: connections, and one small class per query. */
@NullMarked
package dev.footlights.query.store;

import org.jspecify.annotations.NullMarked;
