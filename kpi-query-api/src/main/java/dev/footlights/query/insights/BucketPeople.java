package dev.footlights.query.insights;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Active people of each bucket, and those of them whose first event ever isn't before its calendar start.
 *
 * @param days of one team
 */
record BucketPeople(TeamDays days, List<Period> buckets) implements Query<BucketPeople.Bucket> {
    /** One bucket with somebody in it. */
    record Bucket(Instant calendarStart, long people, long fresh) {}

    BucketPeople {
        buckets = List.copyOf(buckets);
    }

    @Override
    public String sql() {
        return "SELECT start, uniqExact(actor), uniqExactIf(actor, first >= start)"
                + " FROM (SELECT DISTINCT " + Slots.START_OF_SLOT + " AS start, actor FROM activity_facts WHERE "
                + days.condition() + ") AS active"
                + " LEFT JOIN (SELECT actor, toUInt32(toUnixTimestamp(first_at)) AS first FROM first_uses FINAL"
                + " WHERE team = ? AND feature = '*') AS firsts USING (actor) GROUP BY start";
    }

    @Override
    public List<Object> values() {
        List<Long> starts = buckets.stream()
                .map(bucket -> bucket.calendarStart().getEpochSecond())
                .toList();
        List<Object> values =
                new ArrayList<>(List.of(new Slots(starts, days.end().getEpochSecond()).startsText()));
        values.addAll(days.values());
        values.add(days.teams().getFirst());
        return values;
    }

    @Override
    public Bucket row(ResultSet result) throws SQLException {
        return new Bucket(Instant.ofEpochSecond(result.getLong(1)), result.getLong(2), result.getLong(3));
    }
}
