package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.ActivityFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one search of its typing. It is counted when the person goes on or pauses; when it is continued after it was
 * counted, it is taken back first, so that the answer depends on the events alone and not on when they were read.
 */
final class Searches {
    private final Table<ActivityFact> facts;
    private final Table<PendingSearch> pending;
    private final ReportingCalendar calendar;
    private final long pauseMillis;

    Searches(Table<ActivityFact> facts, Table<PendingSearch> pending, ReportingCalendar calendar, long pauseMillis) {
        this.facts = facts;
        this.pending = pending;
        this.calendar = calendar;
        this.pauseMillis = pauseMillis;
    }

    /**
     * Gives the search that the event is or continues; null when it is none.
     *
     * @param before the search that the event may continue or end
     * @param now this process's clock
     */
    @Nullable
    Search fold(Usage usage, @Nullable Search before, long now, RollupChanges changes) {
        boolean search = usage.kind() == Usage.Kind.SEARCH;
        String stream = Keys.stream(usage.actor(), usage.importId());
        if (before != null) {
            boolean continued = search && before.continuedBy(usage, pauseMillis);
            if (continued && before.counted()) {
                takeBack(usage.actor(), usage.importId(), before, changes);
            } else if (!continued && !before.counted()) {
                count(usage.actor(), usage.importId(), before, changes);
            }
        }
        if (search) {
            pending.put(stream, new PendingSearch(usage.actor(), usage.importId(), now));
            return Search.of(usage);
        }
        if (before != null && !before.counted()) {
            pending.delete(stream);
        }
        return null;
    }

    /** Counts a search; the result remembers how to take it back. */
    Search count(String actor, String importId, Search search, RollupChanges changes) {
        SlotTimes times = calendar.at(search.at());
        String key = key(times, actor, importId, search);
        Instant at = Instant.ofEpochMilli(search.at());
        ActivityFact known = facts.get(key);
        ActivityFact before = known == null ? row(times, actor, importId, search) : known;
        facts.put(
                key,
                ActivityFacts.changed(
                        before,
                        search.measures(1),
                        ActivityFacts.earlier(before, before.getFirstAt(), at),
                        ActivityFacts.later(before, before.getLastAt(), at)));
        changes.addEverywhere(times, search.teams().teams(), List.of(search.feature()), search.measures(1));
        return search.counted(
                before.getFirstAt().toEpochMilli(), before.getLastAt().toEpochMilli());
    }

    private void takeBack(String actor, String importId, Search search, RollupChanges changes) {
        SlotTimes times = calendar.at(search.at());
        String key = key(times, actor, importId, search);
        ActivityFact before = facts.get(key);
        if (before != null) {
            facts.put(
                    key,
                    ActivityFacts.changed(
                            before,
                            search.measures(-1),
                            Instant.ofEpochMilli(search.earlierFirstAt()),
                            Instant.ofEpochMilli(search.earlierLastAt())));
        }
        changes.addEverywhere(times, search.teams().teams(), List.of(search.feature()), search.measures(-1));
    }

    private static String key(SlotTimes times, String actor, String importId, Search search) {
        return Keys.activity(times, actor, importId, search.feature(), search.item(), Search.ACTION, search.teams());
    }

    private static ActivityFact row(SlotTimes times, String actor, String importId, Search search) {
        return new ActivityFact(
                actor,
                times.slot(),
                search.feature(),
                search.item(),
                Search.ACTION,
                search.teams().teams(),
                importId,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                Instant.EPOCH,
                Instant.EPOCH,
                0L);
    }
}
