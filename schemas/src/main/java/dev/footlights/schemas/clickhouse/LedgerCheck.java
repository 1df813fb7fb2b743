package dev.footlights.schemas.clickhouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the books: every accepted event is folded, duplicate, late or unusable, and what is folded is what the facts of the
 * whole organisation hold.
 */
final class LedgerCheck {
    /** Equations that are compared. */
    static final int FIGURES = 2;

    private static final String ENTRIES =
            "SELECT outcome, toInt64(sum(events)) FROM event_ledger FINAL GROUP BY outcome";
    private static final String COUNTED =
            "SELECT 'counted', toInt64(sum(events)) FROM activity_facts FINAL WHERE team = 'org'";

    private LedgerCheck() {}

    static List<Difference> differences(Connection connection) throws SQLException {
        Map<String, Long> entries = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(ENTRIES, COUNTED)) {
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        entries.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
        }
        long accepted = entries.getOrDefault("accepted", 0L);
        long folded = entries.getOrDefault("folded", 0L);
        long counted = entries.getOrDefault("counted", 0L);
        long settled = folded
                + entries.getOrDefault("duplicate", 0L)
                + entries.getOrDefault("late", 0L)
                + entries.getOrDefault("unusable", 0L);
        List<Difference> differences = new ArrayList<>();
        if (accepted != settled) {
            differences.add(Difference.ofLedger(
                    "accepted events are not folded + duplicate + late + unusable ones", settled, accepted));
        }
        if (folded != counted) {
            differences.add(
                    Difference.ofLedger("folded events are not the events of org in activity_facts", counted, folded));
        }
        return differences;
    }
}
