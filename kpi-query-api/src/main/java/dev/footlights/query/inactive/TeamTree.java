package dev.footlights.query.inactive;

import dev.footlights.query.store.RosterTeams.Team;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The hierarchy of the catalog's groups. */
final class TeamTree {
    private TeamTree() {}

    /** The active groups anywhere below a team, in the order given. A ring of parents ends where it closes. */
    static List<Team> below(String team, List<Team> teams) {
        List<Team> active = teams.stream().filter(Team::active).toList();
        Map<String, List<String>> children = active.stream()
                .collect(Collectors.groupingBy(Team::parent, Collectors.mapping(Team::team, Collectors.toList())));
        Set<String> reached = new TreeSet<>(Set.of(team));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String child : children.getOrDefault(open.pop(), List.of())) {
                if (reached.add(child)) {
                    open.push(child);
                }
            }
        }
        reached.remove(team);
        return active.stream().filter(each -> reached.contains(each.team())).toList();
    }
}
