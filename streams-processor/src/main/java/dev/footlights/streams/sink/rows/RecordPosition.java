package dev.footlights.streams.sink.rows;

/** Where a record stands in its topic. */
public record RecordPosition(int partition, long offset) {}
