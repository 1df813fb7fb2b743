package dev.footlights.query.contract;

import dev.footlights.query.privacy.Equations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known about some facts, and what follows. */
final class ListAttack {
    private final LeafFacts facts;
    private final int floor;
    private final List<String> unknowns = new ArrayList<>();
    private final Equations known;
    private final Set<String> told = new HashSet<>();

    ListAttack(LeafFacts facts, int floor) {
        this.facts = facts;
        this.floor = floor;
        LeafFacts.LEAVES.forEach(leaf -> facts.of("org").keySet().forEach(thing -> unknowns.add(leaf + "|" + thing)));
        this.known = new Equations(unknowns.size());
    }

    private long[] sum(String team, Set<String> things) {
        long[] sum = new long[unknowns.size()];
        for (String leaf : LeafFacts.below(team)) {
            for (String thing : things) {
                int unknown = unknowns.indexOf(leaf + "|" + thing);
                if (unknown >= 0) {
                    sum[unknown] = 1;
                }
            }
        }
        return sum;
    }

    void tell(String team, String thing) {
        told.add(team + "|" + thing);
        known.add(sum(team, Set.of(thing)));
    }

    void tellTotal(String team) {
        known.add(sum(team, facts.of("org").keySet()));
    }

    /** That a list is complete: what isn't in it wasn't done. */
    void tellTheRest(String team) {
        Set<String> rest = new HashSet<>(facts.of("org").keySet());
        rest.removeAll(facts.of(team).keySet());
        rest.forEach(thing -> known.add(sum(team, Set.of(thing))));
    }

    boolean byEnough(String team) {
        return facts.of(team).values().stream()
                        .reduce(new LeafFacts.Done(), LeafFacts.Done::and)
                        .people
                        .size()
                >= floor;
    }

    /** What is about few people and follows all the same. */
    List<String> leaks() {
        List<String> leaks = new ArrayList<>();
        for (String team : LeafFacts.TEAMS) {
            facts.of(team).forEach((thing, done) -> {
                if (done.people.size() < floor && known.tell(sum(team, Set.of(thing)))) {
                    leaks.add(team + " " + thing + " of " + done.people);
                }
            });
        }
        return leaks;
    }

    int told() {
        return told.size();
    }

    LeafFacts facts() {
        return facts;
    }

    /** What would follow if only what is about few people itself were withheld. */
    static List<String> careless(LeafFacts facts, int floor) {
        ListAttack attack = new ListAttack(facts, floor);
        for (String team : LeafFacts.TEAMS) {
            boolean complete = true;
            for (Map.Entry<String, LeafFacts.Done> done : facts.of(team).entrySet()) {
                if (done.getValue().people.size() >= floor) {
                    attack.tell(team, done.getKey());
                } else {
                    complete = false;
                }
            }
            if (complete) {
                attack.tellTheRest(team);
            }
        }
        return attack.leaks();
    }
}
