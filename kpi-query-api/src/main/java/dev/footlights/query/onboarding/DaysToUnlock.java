package dev.footlights.query.onboarding;

import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The median time from joining, or from the first visit in the team when it came before or the joining isn't known, to the
 * first use, of the people whose first use falls in the period. Of an even number it is the mean of the middle two.
 *
 * @param features may hold {@code *}: then it is the time to the first visit
 */
public record DaysToUnlock(List<String> teams, List<String> features, Slots slots)
        implements Query<DaysToUnlock.Median> {
    private static final double DAY = Duration.ofDays(1).toMillis();

    /** Of one team, feature and period. */
    public record Median(String team, String feature, Instant start, long people, double days) {}

    @Override
    public String sql() {
        String teamList = Placeholders.in(teams.size());
        return "SELECT team AS in_team, feature AS of_feature,"
                + " roundDown(toUInt32(intDiv(first, 1000)), CAST(?, 'Array(UInt32)')) AS start, count(),"
                + " quantileExactInclusive(0.5)(first - least(visit, ifNull(joined, visit)))"
                + " FROM (SELECT team, feature, actor, toUnixTimestamp64Milli(first_at) AS first FROM first_uses FINAL"
                + " WHERE team IN " + teamList + " AND feature IN " + Placeholders.in(features.size())
                + " AND first >= ? AND first < ?) AS firsts"
                + " INNER JOIN (SELECT team, actor, toUnixTimestamp64Milli(first_at) AS visit FROM first_uses FINAL"
                + " WHERE team IN " + teamList + " AND feature = '*') AS visits USING (team, actor)"
                + " LEFT JOIN (SELECT actor, toUnixTimestamp64Milli(joined_at) AS joined FROM roster FINAL) AS people"
                + " USING actor GROUP BY in_team, of_feature, start";
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(slots.startsText()));
        values.addAll(teams);
        values.addAll(features);
        values.addAll(List.of(slots.begin() * 1000, slots.end() * 1000));
        values.addAll(teams);
        return values;
    }

    @Override
    public Median row(ResultSet result) throws SQLException {
        return new Median(
                result.getString(1),
                result.getString(2),
                Instant.ofEpochSecond(result.getLong(3)),
                result.getLong(4),
                result.getDouble(5) / DAY);
    }
}
