package dev.footlights.query.store;

import dev.footlights.query.figures.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Sessions that start in a period, as the base; what of them is added up, as the amount; and the people who made them. */
public record SessionSums(Measured measured, Scope scope, Slots slots) implements Query<FigureRow> {
    /** What is added up. */
    public enum Measured {
        SESSIONS("toInt64(1)"),
        MILLISECONDS("toInt64(dateDiff('millisecond', started_at, ended_at))"),
        VIEWS("toInt64(views)");

        private final String sql;

        Measured(String sql) {
            this.sql = sql;
        }
    }

    @Override
    public String sql() {
        return "SELECT in_team, of_feature, roundDown(toUInt32(toUnixTimestamp(started_at)), CAST(?, 'Array(UInt32)')) AS start,"
                + " uniqExact(actor) AS people, sum(" + measured.sql
                + ") AS amount, count() AS base FROM (SELECT actor,"
                + " started_at, ended_at, views, arrayJoin(teams) AS in_team,"
                + " arrayJoin(arrayConcat(features, ['*'])) AS of_feature FROM session_facts FINAL"
                // A session's month is that of a start no earlier than its own.
                + " WHERE merged = 0 AND month >= ? AND started_at >= toDateTime(?, 'UTC')"
                + " AND started_at < toDateTime(?, 'UTC')) WHERE in_team IN "
                + Placeholders.in(scope.teams().size()) + " AND of_feature IN "
                + Placeholders.in(scope.features().size()) + " GROUP BY in_team, of_feature, start"
                // A session's month is part of its key, so revisions of it never lie in two partitions.
                + " SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        LocalDate first = LocalDate.ofInstant(Instant.ofEpochSecond(slots.begin()), ZoneOffset.UTC);
        List<Object> values = new ArrayList<>(List.of(
                slots.startsText(), first.getYear() * 100L + first.getMonthValue(), slots.begin(), slots.end()));
        values.addAll(scope.teams());
        values.addAll(scope.features());
        return values;
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
