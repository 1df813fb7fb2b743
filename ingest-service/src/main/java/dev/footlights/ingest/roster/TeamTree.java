package dev.footlights.ingest.roster;

import dev.footlights.ingest.identity.EntityRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The groups of a catalog and what is above what. A group is above another when either of them says so, and a group that is
 * only named by others is one too. Groups that are above themselves are survived: each is an ancestor of the others.
 */
final class TeamTree {
    private final SortedMap<String, Team> teams = new TreeMap<>();
    private final Map<String, SortedSet<String>> parents = new TreeMap<>();

    /**
     * A team of the tree.
     *
     * @param parent the one shown above it: the one it names itself, else the first that names it as a child; {@code org}
     *     where none does, or where it would come to stand above itself
     */
    record Team(String ref, String title, String parent, String type) {}

    /** @param named refs of groups that users name as theirs */
    TeamTree(List<CatalogEntity.Group> groups, Set<EntityRef> named) {
        Map<String, CatalogEntity.Group> declared = new TreeMap<>();
        Map<String, String> ownParent = new TreeMap<>();
        named.forEach(ref -> node(ref.toString()));
        for (CatalogEntity.Group group : groups) {
            String ref = group.ref().toString();
            declared.put(ref, group);
            node(ref);
            group.parent().ifPresent(parent -> {
                ownParent.put(ref, parent.toString());
                node(ref).add(parent.toString());
                node(parent.toString());
            });
            group.children().forEach(child -> node(child.toString()).add(ref));
        }
        Map<String, String> shown = new TreeMap<>();
        parents.forEach((ref, above) -> {
            String first = above.isEmpty() ? Teams.ORG : above.first();
            shown.put(ref, ownParent.getOrDefault(ref, first));
        });
        parents.keySet().forEach(ref -> breakCycle(ref, shown));
        shown.forEach((ref, parent) -> {
            CatalogEntity.Group group = declared.get(ref);
            teams.put(
                    ref,
                    group == null
                            ? new Team(ref, ref.substring(ref.indexOf('/') + 1), parent, "")
                            : new Team(ref, group.title(), parent, group.type()));
        });
    }

    /** All of them, by ref. */
    SortedMap<String, Team> teams() {
        return teams;
    }

    /** The refs themselves, known or not, and everything above those that are known. */
    SortedSet<String> withAncestors(Iterable<String> refs) {
        SortedSet<String> all = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        refs.forEach(open::add);
        while (!open.isEmpty()) {
            String ref = open.poll();
            if (all.add(ref)) {
                open.addAll(parents.getOrDefault(ref, new TreeSet<>()));
            }
        }
        return all;
    }

    private SortedSet<String> node(String ref) {
        return parents.computeIfAbsent(ref, missing -> new TreeSet<>());
    }

    /** Readers walk up the shown parents, so that way has to end. */
    private static void breakCycle(String start, Map<String, String> shown) {
        Set<String> seen = new HashSet<>();
        for (String ref = start; seen.add(ref); ref = shown.getOrDefault(ref, Teams.ORG)) {
            if (shown.getOrDefault(ref, Teams.ORG).equals(start)) {
                shown.put(start, Teams.ORG);
                return;
            }
        }
    }
}
