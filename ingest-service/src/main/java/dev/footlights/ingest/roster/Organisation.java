package dev.footlights.ingest.roster;

import dev.footlights.ingest.event.Attribution;
import dev.footlights.ingest.identity.EntityRef;
import dev.footlights.ingest.identity.Pseudonyms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who belongs to which teams, as one reading of the catalog says. People are known by their pseudonyms only. */
public final class Organisation implements Attribution.Source {
    private static final List<String> WITHOUT_TEAM = List.of(Teams.ORG, Teams.UNASSIGNED);
    private static final int MOST_CLAIMED = 64;

    private final TeamTree tree;
    private final Map<String, Person> people;

    /**
     * A person of the catalog.
     *
     * @param ownTeams groups they are a direct member of, sorted
     * @param attribution their own teams, everything above and {@code org}
     */
    record Person(String actor, List<String> ownTeams, Attribution attribution, Optional<Instant> joinedAt) {}

    private Organisation(TeamTree tree, Map<String, Person> people) {
        this.tree = tree;
        this.people = people;
    }

    /** Nobody and no team. */
    public static Organisation empty() {
        return new Organisation(new TeamTree(List.of(), Set.of()), Map.of());
    }

    static Organisation of(Collection<CatalogEntity> entities, Pseudonyms pseudonyms) {
        List<CatalogEntity.Group> groups = new ArrayList<>();
        Map<EntityRef, CatalogEntity.User> users = new HashMap<>();
        Map<EntityRef, SortedSet<String>> memberships = new HashMap<>();
        Set<EntityRef> named = new HashSet<>();
        for (CatalogEntity entity : entities) {
            switch (entity) {
                case CatalogEntity.Group group -> groups.add(group);
                case CatalogEntity.User user -> {
                    users.put(user.ref(), user);
                    named.addAll(user.memberOf());
                    user.memberOf().forEach(team -> join(memberships, user.ref(), team));
                }
            }
        }
        groups.forEach(group -> group.members().forEach(member -> join(memberships, member, group.ref())));
        TeamTree tree = new TeamTree(groups, named);
        Map<String, Person> people = new TreeMap<>();
        users.forEach((ref, user) -> {
            String actor = pseudonyms.ofUser(ref);
            SortedSet<String> own = memberships.getOrDefault(ref, Collections.emptySortedSet());
            Attribution attribution = new Attribution(teams(tree, own), Attribution.By.ROSTER);
            people.put(actor, new Person(actor, List.copyOf(own), attribution, user.joinedAt()));
        });
        return new Organisation(tree, people);
    }

    /** The catalog's word first; the event's own for people it doesn't know; else nobody's. */
    @Override
    public Attribution of(String actor, List<String> claimed) {
        Person person = people.get(actor);
        if (person != null) {
            return person.attribution();
        }
        SortedSet<String> groups = new TreeSet<>();
        claimed.stream()
                .limit(MOST_CLAIMED)
                .forEach(text -> EntityRef.group(text.strip()).ifPresent(ref -> groups.add(ref.toString())));
        return groups.isEmpty()
                ? new Attribution(WITHOUT_TEAM, Attribution.By.NONE)
                : new Attribution(teams(tree, groups), Attribution.By.EVENT);
    }

    Collection<Person> people() {
        return people.values();
    }

    Collection<TeamTree.Team> teams() {
        return tree.teams().values();
    }

    private static List<String> teams(TeamTree tree, SortedSet<String> own) {
        if (own.isEmpty()) {
            return WITHOUT_TEAM;
        }
        SortedSet<String> all = tree.withAncestors(own);
        all.add(Teams.ORG);
        return List.copyOf(all);
    }

    /** A member that the catalog has no User for is nobody we could count. */
    private static void join(Map<EntityRef, SortedSet<String>> memberships, EntityRef user, EntityRef team) {
        memberships.computeIfAbsent(user, missing -> new TreeSet<>()).add(team.toString());
    }
}
