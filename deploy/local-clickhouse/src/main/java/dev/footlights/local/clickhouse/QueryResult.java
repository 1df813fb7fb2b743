package dev.footlights.local.clickhouse;

import java.time.Duration;

/**
 * What one statement gave.
 *
 * @param body the rows in the asked format; empty for a statement without a result
 * @param resultRows rows in the body
 * @param readRows rows read from storage
 * @param readBytes bytes read from storage
 * @param writtenRows rows inserted, those of materialized views included
 * @param writtenBytes bytes inserted, before compression
 */
// Handed on once and never compared, so the array's identity does no harm.
@SuppressWarnings("ArrayRecordComponent")
record QueryResult(
        byte[] body,
        long resultRows,
        long readRows,
        long readBytes,
        long writtenRows,
        long writtenBytes,
        Duration elapsed) {}
