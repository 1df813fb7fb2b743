package dev.footlights.query.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts of teams within a stretch of time, as a condition on activity_facts that follows its sort key.
 *
 * @param teams at least one
 * @param begin first instant that counts, on a quarter hour
 * @param end first instant that doesn't
 */
public record TeamDays(List<String> teams, Instant begin, Instant end) {
    /**
     * What is read with FINAL: the sort key begins with what the partition is made of, and indexes are about columns of the
     * key, so they keep all versions of a fact or none.
     */
    public static final String SETTINGS =
            " SETTINGS do_not_merge_across_partitions_select_final = 1, use_skip_indexes_if_final_exact_mode = 0";

    public TeamDays {
        teams = List.copyOf(teams);
    }

    /** By {@link #values}. */
    public String condition() {
        return "team IN " + Placeholders.in(teams.size()) + " AND " + Slots.WITHIN;
    }

    public List<Object> values() {
        List<Object> values = new ArrayList<>(teams);
        values.addAll(new Slots(List.of(begin.getEpochSecond()), end.getEpochSecond()).bounds());
        return values;
    }
}
