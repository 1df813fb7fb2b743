package dev.footlights.query.onboarding;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.rounds.Calendar;
import dev.footlights.query.rounds.Calendar.Unit;
import dev.footlights.query.rounds.Occasions;
import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * People by the period in which they joined, and whether they came to the portal within so many days. They joined the
 * organisation, so their first visit counts in whatever team it was.
 *
 * @param now people whose days aren't over by then aren't due
 * @param enough people who aren't too few
 */
public record Activations(List<String> teams, Slots slots, Instant now, int days, int enough)
        implements Query<Activations.Joined> {
    private static final String ORGANISATION = "org";

    /**
     * Those who joined a team in a period.
     *
     * @param people who joined
     * @param due whose days are over
     * @param activated of those who are due
     */
    public record Joined(String team, Instant start, long people, long due, long activated, Crowd ofActivated) {}

    /** When people ever joined whose days are over; they are few, so that their rounds begin with months. */
    public static Occasions occasions(List<String> teams, Instant now, int days, ZoneId zone, int enough) {
        return new Occasions(new DueDays(teams, now, days, zone, enough), Calendar.within(zone, Unit.MONTH));
    }

    @Override
    public String sql() {
        return "SELECT in_team, roundDown(toUInt32(intDiv(joined, 1000)), CAST(?, 'Array(UInt32)')) AS start,"
                + " count(), countIf(joined <= ? AS is_due), countIf(is_due AND used = 1 AND visit < joined + ? AS is_activated), "
                + Crowd.expression("is_activated", enough)
                + " FROM (SELECT actor, arrayJoin(teams) AS in_team, toUnixTimestamp64Milli(assumeNotNull(joined_at))"
                + " AS joined FROM roster FINAL WHERE active = 1 AND joined_at IS NOT NULL AND in_team IN "
                + Placeholders.in(teams.size()) + ") AS people"
                + " LEFT JOIN (SELECT actor, toUnixTimestamp64Milli(first_at) AS visit, 1 AS used FROM first_uses FINAL"
                + " WHERE team = ? AND feature = '*') AS visits USING actor"
                + " WHERE joined >= ? AND joined < ? GROUP BY in_team, start";
    }

    @Override
    public List<Object> values() {
        long span = Duration.ofDays(days).toMillis();
        List<Object> values = new ArrayList<>(List.of(slots.startsText(), now.toEpochMilli() - span, span));
        values.addAll(teams);
        values.addAll(List.of(ORGANISATION, slots.begin() * 1000, slots.end() * 1000));
        return values;
    }

    @Override
    public Joined row(ResultSet result) throws SQLException {
        return new Joined(
                result.getString(1),
                Instant.ofEpochSecond(result.getLong(2)),
                result.getLong(3),
                result.getLong(4),
                result.getLong(5),
                Crowd.parse(result.getString(6), enough));
    }
}
