package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Distinct people present, as people and amount. */
public record PresentPeople(Presence presence) implements Query<FigureRow> {
    private static final String COUNTED = "uniqExact(actor) AS people, people AS amount, 0 AS base FROM ";

    @Override
    public String sql() {
        if (presence.isWholeMonths() && presence.onlyStart().isEmpty()) {
            return "SELECT team AS in_team, feature AS of_feature, " + Presence.START_OF_MONTH + " AS start, " + COUNTED
                    + presence.monthsSql() + " GROUP BY in_team, of_feature, start";
        }
        // In the order of the table there is only one set of people to keep at a time.
        return presence.onlyStart().isPresent()
                ? "SELECT team AS in_team, feature AS of_feature, toUInt32(?) AS start, " + COUNTED
                        + presence.monthsSql() + " GROUP BY team, feature SETTINGS optimize_aggregation_in_order = 1"
                : "SELECT team AS in_team, feature AS of_feature, start, " + COUNTED + presence.sql()
                        + " GROUP BY in_team, of_feature, start";
    }

    @Override
    public List<Object> values() {
        if (!presence.isWholeMonths()) {
            return presence.values();
        }
        List<Object> values = new ArrayList<>(
                presence.onlyStart().isPresent()
                        ? List.of(presence.onlyStart().getAsLong())
                        : presence.startsOfMonths());
        values.addAll(presence.monthValues());
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
