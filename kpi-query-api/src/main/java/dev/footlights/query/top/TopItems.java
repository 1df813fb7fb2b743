package dev.footlights.query.top;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.store.Facts;
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
 * @param enough people who aren't too few
 * @param most rows that are given
 */
record TopItems(Listing listing, TeamDays days, int enough, int most) implements Query<TopItems.Used> {
    /**
     * An item and who used it.
     *
     * @param decided name by which it is decided about
     */
    record Used(Item item, String decided, Crowd crowd) {}

    @Override
    public String sql() {
        return "SELECT " + listing.name() + " AS called, sum(" + listing.amount() + ") AS amount, uniqExactIf(actor, "
                + listing.counts() + ") AS people, toUnixTimestamp64Milli(max(last_at)) AS last_use, "
                + Crowd.expression(listing.counts(), enough) + ", any(" + listing.decidedName() + ")"
                + " FROM " + Facts.LATEST + days.condition() + " AND " + listing.named() + " WHERE " + listing.uses()
                + " GROUP BY called HAVING amount > 0 LIMIT ?" + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(days.values());
        values.add((long) most);
        return values;
    }

    @Override
    public Used row(ResultSet result) throws SQLException {
        return new Used(
                new Item(
                        result.getString(1),
                        result.getLong(2),
                        result.getLong(3),
                        Instant.ofEpochMilli(result.getLong(4))),
                result.getString(6),
                Crowd.parse(result.getString(5), enough));
    }
}
