package dev.footlights.query.presence;

import dev.footlights.query.memory.ChangeTable;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Who was where when, as some inserts tell.
 *
 * @param moments of the inserts, milliseconds since 1970, not empty
 */
record NewPresence(List<Long> moments) implements Query<NewPresence.Seen> {
    NewPresence {
        moments = List.copyOf(moments);
    }

    /**
     * Somebody in a quarter hour.
     *
     * @param slot seconds since 1970
     */
    record Seen(String team, String feature, PresenceTable.Actor actor, long slot) {}

    @Override
    public String sql() {
        return "SELECT team, feature, " + LoadedPresence.ACTOR + ", toUnixTimestamp(slot) FROM presence_changes WHERE "
                + ChangeTable.AT_MOMENTS;
    }

    @Override
    public List<Object> values() {
        return List.of(ChangeTable.moments(moments));
    }

    @Override
    public Seen row(ResultSet result) throws SQLException {
        return new Seen(
                result.getString(1),
                result.getString(2),
                new PresenceTable.Actor(result.getLong(3), result.getLong(4)),
                result.getLong(5));
    }
}
