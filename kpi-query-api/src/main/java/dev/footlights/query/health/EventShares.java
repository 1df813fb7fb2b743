package dev.footlights.query.health;

import dev.footlights.query.store.Facts;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counted events of everyone, of people without a team, and of features that have no name of their own. */
record EventShares(Slots slots) implements Query<EventShares.Shares> {
    /** Events, and the people behind those that are a part. */
    record Shares(long events, long unassigned, long unassignedPeople, long other, long otherPeople) {}

    @Override
    public String sql() {
        return "SELECT sumIf(events, team = 'org'), sumIf(events, team = 'unassigned'),"
                + " uniqExactIf(actor, team = 'unassigned' AND events > 0),"
                + " sumIf(events, team = 'org' AND feature = 'other'),"
                + " uniqExactIf(actor, team = 'org' AND feature = 'other' AND events > 0)"
                + " FROM " + Facts.LATEST + "team IN ('org', 'unassigned') AND " + Slots.WITHIN
                + " SETTINGS do_not_merge_across_partitions_select_final = 1";
    }

    @Override
    public List<Object> values() {
        return new ArrayList<>(slots.bounds());
    }

    @Override
    public Shares row(ResultSet result) throws SQLException {
        return new Shares(
                result.getLong(1), result.getLong(2), result.getLong(3), result.getLong(4), result.getLong(5));
    }
}
