package dev.footlights.streams.sink.rows;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * How records of one kind become rows of one table.
 *
 * @param <T> the kind of record
 */
public interface TableRows<T extends SpecificRecord> {
    /** The record class it reads. */
    Class<T> type();

    /** Table without its database. */
    String table();

    /** Columns, in the order {@link #write} writes them. */
    List<String> columns();

    /** Of two records with one key, the one with the higher revision holds. */
    long revision(T value);

    /**
     * Writes the record's rows.
     *
     * @param position where the record stands in its topic
     * @return how many rows
     * @throws IllegalArgumentException when the record holds a value that the table can't; some of its bytes may be
     *     written by then
     */
    int write(T value, RecordPosition position, RowBinary out);
}
