package dev.footlights.query.presence;

import dev.footlights.query.memory.Held;
import dev.footlights.query.store.ClickHouse;
import java.time.ZoneId;
import java.util.List;

/**
 * Answers who was where: about whole days of the reporting zone from memory, once everybody is there, else from ClickHouse. Safe for
 * many threads.
 */
public final class Attendance {
    /** A year of days, and what Java needs beside it. */
    private static final int BYTES_OF_PERSON = 80;

    private final ClickHouse clickHouse;
    private final ZoneId zone;
    private final Held<PresenceCopy> memory;

    /**
     * Reads nothing yet.
     *
     * @param mostPeople people of teams and features to hold in memory; 0 holds none, and an eighth of the memory is the most
     * @param zone the reporting zone
     */
    public Attendance(ClickHouse clickHouse, long mostPeople, ZoneId zone) {
        this.clickHouse = clickHouse;
        this.zone = zone;
        this.memory =
                new Held<>("presence", mostPeople, BYTES_OF_PERSON, most -> PresenceCopy.load(clickHouse, most, zone));
    }

    /**
     * All rows of a query, in any order: everything whose insert was answered before the last {@link #catchUp} is in them.
     *
     * @throws dev.footlights.query.store.UnavailableException as {@link ClickHouse#run}
     */
    public <R> List<R> run(PresenceQuery<R> query) {
        return query.stretches().stream().allMatch(stretch -> stretch.isWholeDays(zone))
                ? memory.copy().map(copy -> copy.rows(query)).orElseGet(() -> clickHouse.run(query))
                : clickHouse.run(query);
    }

    /** People of teams and features in memory; 0 while nobody is. */
    public long peopleInMemory() {
        return memory.size();
    }

    /** Whether there is a copy in memory. */
    public boolean isInMemory() {
        return memory.isInMemory();
    }

    /** Has memory know all that the tables know now. */
    public void catchUp() {
        memory.catchUp();
    }
}
