package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.ActivityFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one search of its typing. It is counted when the person goes on or pauses; when it is continued after it was
 * counted, it is taken back first, so that the answer depends on the events alone and not on when they were read. It has
 * a result opened when the person's next discover, by arrival, comes before another search and occurs less than 30 minutes
 * from it; that is counted where the search is.
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
     * Gives the search that may be continued or opened by what comes after the event; null when there is none.
     *
     * @param before the same before the event
     * @param now this process's clock
     */
    @Nullable
    Search fold(Usage usage, @Nullable Search before, long now, RollupChanges changes) {
        String stream = Keys.stream(usage.actor(), usage.importId());
        if (usage.kind() == Usage.Kind.SEARCH) {
            if (before != null && before.continuedBy(usage, pauseMillis)) {
                takeBack(usage.actor(), usage.importId(), before, changes);
            } else if (before != null) {
                counted(usage.actor(), usage.importId(), before, changes);
            }
            pending.put(stream, new PendingSearch(usage.actor(), usage.importId(), now));
            return Search.of(usage);
        }
        if (before == null) {
            return null;
        }
        if (!before.counted()) {
            pending.delete(stream);
        }
        Search left = counted(usage.actor(), usage.importId(), before, changes).left();
        if (usage.kind() != Usage.Kind.DISCOVER) {
            return left;
        }
        if (left.openedBy(usage)) {
            open(usage.actor(), usage.importId(), left, changes);
        }
        return null;
    }

    private Search counted(String actor, String importId, Search search, RollupChanges changes) {
        return search.counted() ? search : count(actor, importId, search, changes);
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
        return search.paused(
                before.getFirstAt().toEpochMilli(), before.getLastAt().toEpochMilli());
    }

    /** A discover ends the typing, so a search that is taken back never had a result opened. */
    private void takeBack(String actor, String importId, Search search, RollupChanges changes) {
        if (!search.counted()) {
            return;
        }
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

    private void open(String actor, String importId, Search search, RollupChanges changes) {
        SlotTimes times = calendar.at(search.at());
        String key = key(times, actor, importId, search);
        ActivityFact before = facts.get(key);
        if (before == null) {
            // It has expired, with all that is said about it.
            return;
        }
        facts.put(key, ActivityFacts.changed(before, Measures.OPENED_SEARCH, before.getFirstAt(), before.getLastAt()));
        changes.addEverywhere(times, search.teams().teams(), List.of(search.feature()), Measures.OPENED_SEARCH);
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
