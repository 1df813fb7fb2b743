package dev.footlights.query.top;

import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All items of a list, also those of too few people.
 *
 * @param most rows that are given
 */
record TopItems(Listing listing, TeamDays days, int most) implements Query<Item> {
    @Override
    public String sql() {
        return "SELECT " + listing.name() + " AS called, sum(" + listing.amount() + ") AS amount,"
                + " uniqExact(actor) AS people, toUnixTimestamp64Milli(max(last_at)) AS last_use"
                + " FROM activity_facts FINAL WHERE " + days.condition() + " AND " + listing.where()
                + " GROUP BY called LIMIT ?" + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(days.values());
        values.add((long) most);
        return values;
    }

    @Override
    public Item row(ResultSet result) throws SQLException {
        return new Item(
                result.getString(1), result.getLong(2), result.getLong(3), Instant.ofEpochMilli(result.getLong(4)));
    }
}
