package dev.footlights.query.top;

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
 * Items of a list by period.
 *
 * @param periods whose starts name them in the result
 * @param names of the items; empty for all
 */
record ItemPeriods(Listing listing, TeamDays days, Slots periods, List<String> names)
        implements Query<ItemPeriods.ItemPeriod> {
    /** One item in one period. */
    record ItemPeriod(String name, Instant start, long count, long people) {}

    ItemPeriods {
        names = List.copyOf(names);
    }

    @Override
    public String sql() {
        String named = names.isEmpty() ? "" : " AND " + listing.name() + " IN " + Placeholders.in(names.size());
        return "SELECT " + listing.name() + " AS called, " + Slots.START_OF_SLOT + " AS start,"
                + " sum(" + listing.amount() + ") AS amount, uniqExact(actor) AS people FROM " + Facts.LATEST
                + days.condition() + " AND " + listing.named() + named + " WHERE "
                + listing.counts()
                + " GROUP BY called, start" + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(periods.startsText()));
        values.addAll(days.values());
        values.addAll(names);
        return values;
    }

    @Override
    public ItemPeriod row(ResultSet result) throws SQLException {
        return new ItemPeriod(
                result.getString(1), Instant.ofEpochSecond(result.getLong(2)), result.getLong(3), result.getLong(4));
    }
}
