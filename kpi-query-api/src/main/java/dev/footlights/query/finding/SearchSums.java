package dev.footlights.query.finding;

import dev.footlights.query.store.Amount;
import dev.footlights.query.store.Facts;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Searches within some days: all, those that found nothing, and those after which a result was opened. One row. */
public record SearchSums(TeamDays days) implements Query<SearchSums.Sums> {
    /** Each with the people that it is about. */
    public record Sums(Amount searches, Amount zeroResults, Amount opened) {}

    @Override
    public String sql() {
        return "SELECT " + figure("searches") + ", " + figure("zero_result_searches") + ", " + figure("opened_searches")
                + " FROM " + Facts.LATEST + days.condition()
                + " AND feature = 'search' AND action = 'search'" + TeamDays.SETTINGS;
    }

    private static String figure(String column) {
        return "uniqExactIf(actor, " + column + " > 0), sum(" + column + ")";
    }

    @Override
    public List<Object> values() {
        return days.values();
    }

    @Override
    public Sums row(ResultSet result) throws SQLException {
        return new Sums(
                new Amount(result.getLong(1), result.getLong(2)),
                new Amount(result.getLong(3), result.getLong(4)),
                new Amount(result.getLong(5), result.getLong(6)));
    }
}
