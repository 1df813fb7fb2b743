package dev.footlights.query.presence;

import java.time.ZoneId;
import java.util.List;

/** Stretches of whole days, of which somebody was there on at least one. */
public final class DaySpans {
    private final long[] firsts;
    private final long[] ends;

    private DaySpans(long[] firsts, long[] ends) {
        this.firsts = firsts;
        this.ends = ends;
    }

    /**
     * The days of stretches.
     *
     * @param zone in which the stretches are made of whole days
     */
    public static DaySpans of(List<Stretch> stretches, ZoneId zone) {
        return new DaySpans(
                stretches.stream().mapToLong(stretch -> stretch.firstDay(zone)).toArray(),
                stretches.stream().mapToLong(stretch -> stretch.endDay(zone)).toArray());
    }

    /** Whether a person, by number, was there on one of the days. */
    public boolean hold(PlacePeople people, int person) {
        for (int span = 0; span < firsts.length; span++) {
            if (people.isThere(person, firsts[span], ends[span])) {
                return true;
            }
        }
        return false;
    }

    /** How many people were there. */
    public long people(PlacePeople people) {
        long count = 0;
        for (int person = 0; person < people.size(); person++) {
            if (hold(people, person)) {
                count++;
            }
        }
        return count;
    }
}
