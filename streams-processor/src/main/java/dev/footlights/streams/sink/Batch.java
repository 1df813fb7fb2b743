package dev.footlights.streams.sink;

import dev.footlights.streams.sink.rows.RowBinary;
import dev.footlights.streams.sink.rows.TableRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows on their way into the tables, of each key only the highest revision. Not safe for several threads. */
final class Batch {
    private final Map<TableRows<?>, Map<RecordKey, Rows>> tables = new LinkedHashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private int rows;

    private static final class Rows {
        private final long revision;
        private final byte[] bytes;
        private final int count;

        Rows(long revision, byte[] bytes, int count) {
            this.revision = revision;
            this.bytes = bytes;
            this.count = count;
        }
    }

    void put(TableRows<?> table, RecordKey key, long revision, byte[] bytes, int count) {
        Map<RecordKey, Rows> byKey = tables.computeIfAbsent(table, each -> new LinkedHashMap<>());
        Rows present = byKey.get(key);
        if (present == null || present.revision <= revision) {
            byKey.put(key, new Rows(revision, bytes, count));
            rows += count - (present == null ? 0 : present.count);
        }
    }

    void put(DeadLetter letter) {
        deadLetters.add(letter);
    }

    boolean isEmpty() {
        return tables.isEmpty() && deadLetters.isEmpty();
    }

    int rows() {
        return rows;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** One insert per table. */
    List<Insert> inserts() {
        List<Insert> inserts = new ArrayList<>();
        tables.forEach((table, byKey) -> {
            RowBinary all = new RowBinary();
            int count = 0;
            for (Rows each : byKey.values()) {
                all.rows(each.bytes);
                count += each.count;
            }
            if (count > 0) {
                inserts.add(new Insert(table.table(), table.columns(), all, count));
            }
        });
        return inserts;
    }

    void clear() {
        tables.clear();
        deadLetters.clear();
        rows = 0;
    }
}
