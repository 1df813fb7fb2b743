package dev.footlights.query.presence;

import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The months, in UTC, in which anybody was there. */
record PresenceMonths() implements Query<YearMonth> {
    @Override
    public String sql() {
        return "SELECT DISTINCT toString(toStartOfMonth(day)) AS month FROM presence_days ORDER BY month";
    }

    @Override
    public List<Object> values() {
        return List.of();
    }

    @Override
    public YearMonth row(ResultSet result) throws SQLException {
        return YearMonth.from(LocalDate.parse(result.getString(1)));
    }
}
