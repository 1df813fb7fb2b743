package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement that reads, with the values it is given apart from its text. Equal ones have the same text and values, and make
 * the same of a row.
 *
 * @param <R> what a row becomes
 */
public interface Query<R> {
    /** With a question mark for each value; made of constants only. */
    String sql();

    /** Strings and whole numbers, in the order of the question marks. */
    List<Object> values();

    /** Maps the row that the result stands on. */
    R row(ResultSet result) throws SQLException;
}
