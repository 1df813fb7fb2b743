package dev.footlights.streams.fold;

import dev.footlights.schemas.features.FeatureRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a person was active in one day, week or month. Shared by live events and imports, so that people count once.
 *
 * @param entries one per team set and feature
 */
public record Presence(List<Entry> entries) {
    static final Presence NONE = new Presence(List.of());

    /**
     * One feature used as a member of one set of teams.
     *
     * @param teams the whole set
     * @param hours bits of the hours, see {@link SlotTimes#hourBit}
     * @param firstAt earliest event, milliseconds since 1970
     */
    public record Entry(List<String> teams, String feature, long hours, long firstAt) {
        boolean of(List<String> otherTeams, String otherFeature) {
            return feature.equals(otherFeature) && teams.equals(otherTeams);
        }

        boolean within(String team, String scopeFeature) {
            return (scopeFeature.equals(FeatureRules.ALL) || scopeFeature.equals(feature)) && teams.contains(team);
        }
    }

    /** Whether an event can't tell anything new: the same scopes were active in that hour, and no later than it. */
    boolean covers(List<String> teams, String feature, long hourBit, long at) {
        for (Entry entry : entries) {
            if (entry.of(teams, feature)) {
                return (entry.hours & hourBit) != 0 && entry.firstAt <= at;
            }
        }
        return false;
    }

    Presence with(List<String> teams, String feature, long hourBit, long at) {
        List<Entry> next = new ArrayList<>(entries.size() + 1);
        Entry added = new Entry(teams, feature, hourBit, at);
        for (Entry entry : entries) {
            if (entry.of(teams, feature)) {
                added = new Entry(teams, feature, entry.hours | hourBit, Math.min(entry.firstAt, at));
            } else {
                next.add(entry);
            }
        }
        next.add(added);
        return new Presence(next);
    }

    /** @param feature or {@link FeatureRules#ALL} */
    boolean activeIn(String team, String feature, long hourBit) {
        for (Entry entry : entries) {
            if ((entry.hours & hourBit) != 0 && entry.within(team, feature)) {
                return true;
            }
        }
        return false;
    }

    /** @param feature or {@link FeatureRules#ALL} */
    boolean active(String team, String feature) {
        return activeIn(team, feature, -1L);
    }

    /** Earliest event of a scope, milliseconds since 1970; {@link Long#MAX_VALUE} when there was none. */
    long firstAt(String team, String feature) {
        long first = Long.MAX_VALUE;
        for (Entry entry : entries) {
            if (entry.firstAt < first && entry.within(team, feature)) {
                first = entry.firstAt;
            }
        }
        return first;
    }
}
