package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The teams that the catalog has or had. */
public record RosterTeams() implements Query<RosterTeams.Team> {
    /**
     * One team.
     *
     * @param parent the group above, {@code org} for a top group, empty for {@code org}
     * @param active false once it has left the catalog
     */
    public record Team(String team, String title, String parent, String kind, boolean active) {}

    @Override
    public String sql() {
        return "SELECT team, title, parent, kind, active FROM teams FINAL ORDER BY team";
    }

    @Override
    public List<Object> values() {
        return List.of();
    }

    @Override
    public Team row(ResultSet result) throws SQLException {
        return new Team(
                result.getString(1),
                result.getString(2),
                result.getString(3),
                result.getString(4),
                result.getInt(5) == 1);
    }
}
