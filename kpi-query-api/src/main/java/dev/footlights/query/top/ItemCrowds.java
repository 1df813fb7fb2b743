package dev.footlights.query.top;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.store.Facts;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who used which items, by team and period.
 *
 * @param periods whose starts name them in the result
 * @param names of the items; empty for all
 * @param enough people who aren't too few
 * @param most rows that are given
 */
record ItemCrowds(Listing listing, TeamDays days, Slots periods, List<String> names, int enough, int most)
        implements Query<ItemCrowds.Used> {
    /** One item of one team in one period. */
    record Used(String team, String name, Instant start, Crowd crowd) {}

    ItemCrowds {
        names = List.copyOf(names);
    }

    @Override
    public String sql() {
        String named = names.isEmpty() ? "" : " AND " + listing.name() + " IN " + Placeholders.in(names.size());
        return "SELECT toString(team) AS of_team, " + listing.name() + " AS called, " + Slots.START_OF_SLOT
                + " AS start, " + Crowd.expression(listing.counts(), enough) + " FROM " + Facts.LATEST
                + days.condition() + " AND " + listing.named() + named + " WHERE " + listing.counts()
                + " GROUP BY of_team, called, start LIMIT ?" + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(periods.startsText()));
        values.addAll(days.values());
        values.addAll(names);
        values.add((long) most);
        return values;
    }

    @Override
    public Used row(ResultSet result) throws SQLException {
        return new Used(
                result.getString(1),
                result.getString(2),
                Instant.ofEpochSecond(result.getLong(3)),
                Crowd.parse(result.getString(4)));
    }
}
