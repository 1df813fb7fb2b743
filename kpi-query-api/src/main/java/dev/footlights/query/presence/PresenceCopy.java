package dev.footlights.query.presence;

import dev.footlights.query.memory.ChangeTable;
import dev.footlights.query.memory.Copy;
import dev.footlights.query.memory.TooLargeException;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.schemas.features.FeatureRules;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * Who was where on which days, in memory. Presence is never taken back, so what inserts leave in presence_changes needs only to be
 * added, however often it is seen.
 */
final class PresenceCopy extends Copy {
    private final PresenceTable table;
    private final LocalDays days;

    private PresenceCopy(ClickHouse clickHouse, PresenceTable table, long begunAt) {
        super(clickHouse, ChangeTable.PRESENCE_CHANGES, begunAt);
        this.table = table;
        this.days = new LocalDays(table.zone());
    }

    /**
     * Reads everything.
     *
     * @param mostPeople people of teams and features
     * @param zone in which days are cut
     * @throws TooLargeException when there are more
     */
    static PresenceCopy load(ClickHouse clickHouse, long mostPeople, ZoneId zone) throws TooLargeException {
        PresenceTable table = new PresenceTable(zone);
        // What is inserted from now on is caught up with.
        long begunAt = now(clickHouse);
        for (YearMonth month : clickHouse.runAnew(new PresenceMonths())) {
            for (LoadedPresence.People people : clickHouse.runAnew(new LoadedPresence(month, zone))) {
                people.addTo(table);
                if (table.size() > mostPeople) {
                    throw new TooLargeException("more than " + mostPeople + " people of teams and features");
                }
            }
        }
        PresenceCopy copy = new PresenceCopy(clickHouse, table, begunAt);
        copy.catchUp(Long.MAX_VALUE);
        return copy;
    }

    /** People of teams and features. */
    @Override
    public long size() {
        return reading(table::size);
    }

    /** The rows of a query about whole days of the zone. */
    <R> List<R> rows(PresenceQuery<R> query) {
        return reading(() -> query.rows(table));
    }

    @Override
    protected boolean follow(ClickHouse tables, List<Long> moments) {
        List<NewPresence.Seen> seen = tables.runAnew(new NewPresence(moments));
        changing(() -> seen.forEach(one -> {
            long day = days.of(one.slot());
            table.add(one.team(), one.feature(), one.actor(), day);
            table.add(one.team(), FeatureRules.ALL, one.actor(), day);
        }));
        return true;
    }
}
