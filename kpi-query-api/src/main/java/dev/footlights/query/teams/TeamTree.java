package dev.footlights.query.teams;

import dev.footlights.query.store.RosterTeams.Team;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The active teams of the catalog and what lies above each. */
public final class TeamTree {
    private static final String ORGANISATION = "org";

    private final Map<String, Team> teams = new HashMap<>();
    private final Set<String> parents = new HashSet<>();

    public TeamTree(List<Team> catalog) {
        for (Team team : catalog) {
            if (team.active()) {
                teams.put(team.team(), team);
                parents.add(team.parent());
            }
        }
    }

    /** Active teams that no active team lies below, by their refs. */
    public List<String> leaves() {
        return teams.keySet().stream()
                .filter(team -> !team.equals(ORGANISATION) && !parents.contains(team))
                .sorted()
                .toList();
    }

    /** The teams just below one, by their refs. */
    public List<String> children(String team) {
        return teams.values().stream()
                .filter(each -> each.parent().equals(team))
                .map(Team::team)
                .sorted()
                .toList();
    }

    /** The teams anywhere below one, by their refs. A ring of parents ends where it closes. */
    public List<Team> below(String team) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(team));
        while (!open.isEmpty()) {
            for (String child : children(open.pop())) {
                if (!child.equals(team) && reached.add(child)) {
                    open.push(child);
                }
            }
        }
        return teams.values().stream()
                .filter(each -> reached.contains(each.team()))
                .sorted(Comparator.comparing(Team::team))
                .toList();
    }

    /** What people call a team; its ref when the catalog doesn't say. */
    public String title(String team) {
        Team known = teams.get(team);
        return known == null || known.title().isEmpty() ? team : known.title();
    }

    /** The team itself, then each team above it up to {@code org}, which is last. */
    public List<String> lineage(String team) {
        List<String> lineage = new ArrayList<>();
        String at = team;
        while (!at.isEmpty() && !at.equals(ORGANISATION) && !lineage.contains(at)) {
            lineage.add(at);
            Team known = teams.get(at);
            at = known == null ? ORGANISATION : known.parent();
        }
        lineage.add(ORGANISATION);
        return lineage;
    }

    /** The nearest team that both belong to. */
    public String commonAncestor(String one, String other) {
        List<String> above = lineage(other);
        return lineage(one).stream().filter(above::contains).findFirst().orElse(ORGANISATION);
    }

    /** Steps up from both to the nearest team that they share: 2 for sisters. */
    public int distance(String one, String other) {
        String common = commonAncestor(one, other);
        return lineage(one).indexOf(common) + lineage(other).indexOf(common);
    }
}
