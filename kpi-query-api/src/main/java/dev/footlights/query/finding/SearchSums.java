package dev.footlights.query.finding;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.store.Amount;
import dev.footlights.query.store.Facts;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Searches of teams within some days: all, those that found nothing, and those after which a result was opened. One row for
 * each team with any.
 *
 * @param enough people who aren't too few
 */
record SearchSums(TeamDays days, int enough) implements Query<SearchSums.Sums> {
    /** Of some kind of search. */
    record Sum(Amount amount, Crowd crowd) {
        static final Sum NONE = new Sum(Amount.NONE, Crowd.NOBODY);
    }

    /** Of one team. */
    record Sums(String team, Sum searches, Sum zeroResults, Sum opened) {
        static Sums none(String team) {
            return new Sums(team, Sum.NONE, Sum.NONE, Sum.NONE);
        }
    }

    @Override
    public String sql() {
        return "SELECT toString(team), " + figure("searches") + ", " + figure("zero_result_searches") + ", "
                + figure("opened_searches") + " FROM " + Facts.LATEST + days.condition()
                + " AND feature = 'search' AND action = 'search' GROUP BY team" + TeamDays.SETTINGS;
    }

    private String figure(String column) {
        String counts = column + " > 0";
        return "uniqExactIf(actor, " + counts + "), sum(" + column + "), " + Crowd.expression(counts, enough);
    }

    @Override
    public List<Object> values() {
        return days.values();
    }

    @Override
    public Sums row(ResultSet result) throws SQLException {
        return new Sums(result.getString(1), sum(result, 2), sum(result, 5), sum(result, 8));
    }

    private Sum sum(ResultSet result, int column) throws SQLException {
        return new Sum(
                new Amount(result.getLong(column), result.getLong(column + 1)),
                Crowd.parse(result.getString(column + 2), enough));
    }
}
