package dev.footlights.query.top;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.CrowdsByTeam;
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
import java.util.Map;

/**
 * Who used which items in which period, by team.
 *
 * @param periods whose starts name them in the result
 * @param names of the items; empty for all
 * @param enough people who aren't too few
 * @param most rows that are given
 */
record ItemCrowds(Listing listing, TeamDays days, Slots periods, List<String> names, int enough, int most)
        implements Query<ItemCrowds.Used> {
    /** One item in one period, by team. */
    record Used(String name, Instant start, Map<String, Crowd> crowds) {}

    ItemCrowds {
        names = List.copyOf(names);
    }

    @Override
    public String sql() {
        String named = names.isEmpty() ? "" : " AND " + listing.name() + " IN " + Placeholders.in(names.size());
        String start = periods.starts().size() == 1 ? "arrayElement(CAST(?, 'Array(UInt32)'), 1)" : Slots.START_OF_SLOT;
        return "SELECT called, start, " + CrowdsByTeam.expression() + " FROM (SELECT " + byTeam().number("team")
                + " AS number, " + listing.name() + " AS called, " + start + " AS start, "
                + Crowd.expression(listing.counts(), enough) + " AS crowd FROM " + Facts.LATEST
                + days.condition() + " AND " + listing.named() + named + " WHERE " + listing.counts()
                + " GROUP BY team, called, start) GROUP BY called, start LIMIT ?" + TeamDays.SETTINGS;
    }

    private CrowdsByTeam byTeam() {
        return new CrowdsByTeam(days.teams(), enough);
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(days.teams());
        values.add(periods.startsText());
        values.addAll(days.values());
        values.addAll(names);
        values.add((long) most);
        return values;
    }

    @Override
    public Used row(ResultSet result) throws SQLException {
        return new Used(
                result.getString(1), Instant.ofEpochSecond(result.getLong(2)), byTeam().parse(result.getString(3)));
    }
}
