package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Opened search results by rank: people, the number of results as the amount, the rank as the base. */
public record RankCounts(List<String> teams, Slots slots) implements Query<FigureRow> {
    public RankCounts {
        teams = List.copyOf(teams);
    }

    @Override
    public String sql() {
        return "SELECT team AS in_team, '*' AS of_feature, " + Slots.START_OF_SLOT
                + " AS start, uniqExact(actor) AS people,"
                + " sum(events) AS amount, toUInt32OrZero(substring(action, 10)) AS base FROM " + Facts.LATEST
                + "team IN " + Placeholders.in(teams.size()) + " AND " + Slots.WITHIN
                + " AND action LIKE 'discover-%' GROUP BY in_team, start, base"
                + " SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText()));
        values.addAll(teams);
        values.addAll(slots.bounds());
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
