package dev.footlights.streams.fold;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Team sets met lately, so that each is digested once. For one thread. */
public final class TeamSets {
    private static final int KEPT = 10_000;

    private final Map<List<String>, TeamSet> known = new HashMap<>();

    public TeamSet of(List<String> teams) {
        TeamSet found = known.get(teams);
        if (found != null) {
            return found;
        }
        if (known.size() >= KEPT) {
            known.clear();
        }
        TeamSet made = TeamSet.of(teams);
        known.put(List.copyOf(teams), made);
        return made;
    }
}
