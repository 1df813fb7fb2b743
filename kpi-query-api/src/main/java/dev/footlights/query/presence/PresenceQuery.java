package dev.footlights.query.presence;

import dev.footlights.query.store.Query;
import java.util.List;

/**
 * What is asked of presence: of ClickHouse as a statement, or, about whole days of the reporting zone, of the copy in memory. Both
 * give the same rows, in any order.
 *
 * @param <R> what a row becomes
 */
public interface PresenceQuery<R> extends Query<R> {
    /** The stretches of time it is about. */
    List<Stretch> stretches();

    /** The rows from memory, when all stretches are made of whole days. */
    List<R> rows(PresenceTable table);
}
