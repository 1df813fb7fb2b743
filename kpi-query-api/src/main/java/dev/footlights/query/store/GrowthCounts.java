package dev.footlights.query.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** People present in part 0 of a stretch, as the amount those of them who were there in part 1 too, and as the base all who were
 * there in part 1. */
public record GrowthCounts(Presence presence) implements Query<FigureRow> {
    @Override
    public String sql() {
        return "SELECT team AS in_team, feature AS of_feature, start, countIf(now) AS people, countIf(now AND earlier) AS amount,"
                + " countIf(earlier) AS base FROM (SELECT team, feature, start, actor, max(part = 0) AS now,"
                + " max(part = 1) AS earlier FROM " + presence.sql() + " GROUP BY team, feature, start, actor)"
                + " GROUP BY in_team, of_feature, start";
    }

    @Override
    public List<Object> values() {
        return presence.values();
    }

    @Override
    public FigureRow row(ResultSet result) throws SQLException {
        return FigureRow.of(result);
    }
}
