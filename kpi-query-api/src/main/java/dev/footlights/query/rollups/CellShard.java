package dev.footlights.query.rollups;

/**
 * One person partition's share of a cell, as the rollups are keyed.
 *
 * @param start seconds since 1970
 */
record CellShard(String kind, String team, String feature, long start, long shard) {}
