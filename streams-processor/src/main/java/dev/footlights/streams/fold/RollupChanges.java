package dev.footlights.streams.fold;

import dev.footlights.schemas.features.FeatureRules;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one event changes in the rollups, gathered so that each is written once. */
public final class RollupChanges {
    private final Map<String, Change> changes = new LinkedHashMap<>();

    /** The change of one rollup. */
    record Change(Period period, String team, String feature, Measures by) {}

    void add(Period period, String team, String feature, Measures by) {
        changes.merge(
                Keys.rollup(period, team, feature),
                new Change(period, team, feature, by),
                (before, now) -> new Change(period, team, feature, before.by().plus(now.by())));
    }

    /** Adds to every team, the features and all features together, in all four periods of a slot. */
    void addEverywhere(SlotTimes times, List<String> teams, Collection<String> features, Measures by) {
        for (Period period : times.periods()) {
            for (String team : teams) {
                add(period, team, FeatureRules.ALL, by);
                for (String feature : features) {
                    add(period, team, feature, by);
                }
            }
        }
    }

    /** By key; changes that came to nothing are left out. */
    void forEach(Visitor visitor) {
        changes.forEach((key, change) -> {
            if (!change.by().equals(Measures.NONE)) {
                visitor.visit(key, change);
            }
        });
    }

    /** Takes one change. */
    interface Visitor {
        void visit(String key, Change change);
    }
}
