package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.FirstUse;
import dev.footlights.schemas.features.FeatureRules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts people: once in each scope and period they are active in, and as new where they were never seen before. */
final class People {
    private final Table<Presence> presences;
    private final Table<FirstUse> firstUses;
    private final ReportingCalendar calendar;

    People(Table<Presence> presences, Table<FirstUse> firstUses, ReportingCalendar calendar) {
        this.presences = presences;
        this.firstUses = firstUses;
        this.calendar = calendar;
    }

    void fold(Usage usage, SlotTimes times, RollupChanges changes) {
        List<String> teams = usage.teams().teams();
        String dayKey = Keys.presence(times.day(), usage.actor());
        Presence day = orNone(presences.get(dayKey));
        if (day.covers(teams, usage.feature(), times.hourBit(), usage.occurredAt())) {
            return;
        }
        presences.put(dayKey, day.with(teams, usage.feature(), times.hourBit(), usage.occurredAt()));
        boolean newThatDay = false;
        for (String team : teams) {
            for (String feature : List.of(usage.feature(), FeatureRules.ALL)) {
                if (!day.activeIn(team, feature, times.hourBit())) {
                    changes.add(times.hour(), team, feature, Measures.ACTIVE_USER);
                }
                if (!day.active(team, feature)) {
                    changes.add(times.day(), team, feature, Measures.ACTIVE_USER);
                    newThatDay = true;
                }
                if (usage.occurredAt() < day.firstAt(team, feature)) {
                    firstUse(usage, times, team, feature, changes);
                }
            }
        }
        if (newThatDay) {
            countLonger(usage, times.week(), changes);
            countLonger(usage, times.month(), changes);
        }
    }

    private void countLonger(Usage usage, Period period, RollupChanges changes) {
        List<String> teams = usage.teams().teams();
        String key = Keys.presence(period, usage.actor());
        Presence before = orNone(presences.get(key));
        if (before.covers(teams, usage.feature(), 1, usage.occurredAt())) {
            return;
        }
        presences.put(key, before.with(teams, usage.feature(), 1, usage.occurredAt()));
        for (String team : teams) {
            for (String feature : List.of(usage.feature(), FeatureRules.ALL)) {
                if (!before.active(team, feature)) {
                    changes.add(period, team, feature, Measures.ACTIVE_USER);
                }
            }
        }
    }

    /** When an earlier first use comes to light, the person stops being new where they were thought to be. */
    private void firstUse(Usage usage, SlotTimes times, String team, String feature, RollupChanges changes) {
        String key = Keys.firstUse(team, feature, usage.actor());
        FirstUse before = firstUses.get(key);
        Instant at = Instant.ofEpochMilli(usage.occurredAt());
        if (before != null && !at.isBefore(before.getFirstAt())) {
            return;
        }
        long revision = before == null ? 1 : before.getRevision() + 1;
        firstUses.put(key, new FirstUse(team, feature, usage.actor(), at, revision));
        if (before != null) {
            SlotTimes beforeTimes = calendar.at(before.getFirstAt().toEpochMilli());
            beforeTimes.periods().forEach(period -> changes.add(period, team, feature, Measures.newUsers(-1)));
        }
        times.periods().forEach(period -> changes.add(period, team, feature, Measures.newUsers(1)));
    }

    private static Presence orNone(@Nullable Presence presence) {
        return presence == null ? Presence.NONE : presence;
    }
}
