package dev.footlights.streams.sink;

import dev.footlights.streams.sink.rows.RowBinary;
import java.util.List;

/** Rows for one table, the same bytes at every try. */
record Insert(String table, List<String> columns, RowBinary rows, int count) {}
