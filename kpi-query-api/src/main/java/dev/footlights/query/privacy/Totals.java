package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Closes the totals of teams, which add up to those of the teams above. Besides what {@link Siblings} withhold, none follows
 * because what is withheld of a team above follows itself, as the figure of its only child that was active does.
 *
 * @param names what the total of a team is called
 * @param people whom each is about
 * @param families a team, and the teams just below it, from the top down
 */
public record Totals<C>(Function<String, C> names, People<C> people, Floor floor, List<Line<String>> families) {
    /** Teams whose own families aren't looked at: what is told of their parts adds nothing. */
    private static final String BELOW = "";

    public Totals {
        families = List.copyOf(families);
    }

    /** Everything to be withheld. */
    public Set<C> withhold(Set<C> withheld) {
        Set<C> all = withheld;
        Map<String, List<Line<String>>> above = new HashMap<>();
        for (Line<String> family : families) {
            List<Line<String>> known = new ArrayList<>(above.getOrDefault(family.whole(), List.of()));
            known.add(family);
            family.parts().forEach(team -> above.put(team, known));
            all = close(known, all);
        }
        return all;
    }

    /** @param known families from the top down to the one that is decided about */
    private Set<C> close(List<Line<String>> known, Set<C> withheld) {
        Line<String> family = known.getLast();
        List<Line<C>> line = List.of(new Line<>(
                names.apply(family.whole()), family.parts().stream().map(names).toList()));
        Set<C> all = Siblings.withhold(line, people, withheld, floor);
        Network<C> network = network(known, all);
        network.close();
        if (network.added().isEmpty()) {
            return all;
        }
        Set<C> more = new HashSet<>(all);
        more.addAll(network.added());
        return Siblings.withhold(line, people, more, floor);
    }

    private Network<C> network(List<Line<String>> known, Set<C> withheld) {
        Set<String> open = new HashSet<>();
        known.forEach(family -> open.add(family.whole()));
        Network<C> network = new Network<>();
        C top = names.apply(known.getFirst().whole());
        if (withheld.contains(top)) {
            network.addWithheld(known.getFirst().whole(), BELOW, top, false, people.of(top) > 0);
        }
        for (Line<String> family : known) {
            boolean decided = family.equals(known.getLast());
            for (String team : family.parts()) {
                C total = names.apply(team);
                String below = open.contains(team) ? team : BELOW;
                if (withheld.contains(total)) {
                    network.addWithheld(family.whole(), below, total, decided, people.of(total) > 0);
                } else if (decided && people.of(total) > 0) {
                    network.addTold(family.whole(), below, total, true);
                }
            }
        }
        return network;
    }
}
