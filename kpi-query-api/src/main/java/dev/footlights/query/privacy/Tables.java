package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Closes the tables of families: a row for each team below another one, a column for each item. Rows add up to the totals of
 * teams, columns to the items of the team above, in whose own family it is a row. Families are closed from the top down, each
 * without looking at those below, so that the answer is the same whichever team is asked.
 *
 * <p>Besides what {@link Siblings} withhold line by line, no withheld figure follows from several lines, and nothing new about
 * figures of the families above does. Otherwise two families below the same one, each safe with it, would tell together what
 * none of them tells. Where nothing else is left to withhold, a figure about nobody is: as long as it is told that a team uses
 * one item only, its total tells how much, and so what sisters do with the item.
 *
 * @param names what figures are called
 * @param items in the order in which they are withheld for others' sake
 * @param people whom each figure is about
 * @param families a team, and the teams just below it, from the top down
 */
public record Tables<C>(
        Names<C> names, List<String> items, People<C> people, Floor floor, List<Line<String>> families) {
    /** What figures are called. */
    public interface Names<C> {
        /** Of one item. */
        C of(String team, String item);

        /** Of all items together. */
        C all(String team);

        /** Whether a figure is told elsewhere, so that withholding it here is of no use. */
        default boolean isToldElsewhere(C figure) {
            return false;
        }
    }

    /** The sum of what teams below have of an item. */
    private record Column(String team, String item) {}

    /** The sum of all that teams below have. */
    private record Corner(String team) {}

    /** The sum of what a team has of all items. */
    private record Row(String team) {}

    public Tables {
        items = List.copyOf(items);
        families = List.copyOf(families);
    }

    /**
     * Everything to be withheld.
     *
     * @param withheld already; totals among them, of which no more are withheld. Items of the highest team are closed
     */
    public Set<C> withhold(Set<C> withheld) {
        if (withheld.isEmpty() || items.isEmpty()) {
            return withheld;
        }
        Set<C> all = withheld;
        Map<String, Table> tables = new HashMap<>();
        for (Line<String> family : families) {
            List<Table> above = above(family.whole(), tables.values());
            Table table = new Table(family, above, all);
            all = table.close(all);
            tables.put(family.whole(), table);
        }
        return all;
    }

    /** The tables that a team is in, or one of the teams above it. */
    private List<Table> above(String team, Collection<Table> tables) {
        return tables.stream()
                .filter(table -> table.family.parts().contains(team))
                .findFirst()
                .map(table -> {
                    List<Table> above = new ArrayList<>(table.above);
                    above.add(table);
                    return above;
                })
                .orElseGet(List::of);
    }

    private boolean mayBeWithheld(C figure, Set<C> withheld) {
        return withheld.contains(figure) || !names.isToldElsewhere(figure);
    }

    private boolean isAboutSomebody(C figure) {
        return people.of(figure) > 0;
    }

    private final class Table {
        private final Line<String> family;
        private final List<Table> above;
        /** Items that are, or for all that is told may be, used. */
        private final List<String> used;

        Table(Line<String> family, List<Table> above, Set<C> withheld) {
            this.family = family;
            this.above = above;
            this.used = items.stream()
                    .filter(item -> withheld.contains(names.of(family.whole(), item))
                            || family.parts().stream().anyMatch(team -> isAboutSomebody(names.of(team, item))))
                    .toList();
        }

        Set<C> close(Set<C> withheld) {
            List<Line<C>> lines = lines(withheld);
            Set<C> all = Siblings.withhold(lines, people, withheld, floor);
            while (true) {
                Set<C> crossing = crossing(all);
                if (crossing.isEmpty()) {
                    return all;
                }
                all.addAll(crossing);
                all = Siblings.withhold(lines, people, all, floor);
            }
        }

        private List<Line<C>> lines(Set<C> withheld) {
            List<Line<C>> lines = new ArrayList<>();
            for (String item : used) {
                lines.add(new Line<>(
                        names.of(family.whole(), item),
                        family.parts().stream()
                                .map(team -> names.of(team, item))
                                .filter(figure -> mayBeWithheld(figure, withheld))
                                .toList()));
            }
            for (String team : family.parts()) {
                lines.add(new Line<>(
                        names.all(team),
                        used.stream()
                                .map(item -> names.of(team, item))
                                .filter(figure -> mayBeWithheld(figure, withheld))
                                .toList()));
            }
            return lines;
        }

        /** What is to be withheld besides because lines cross. */
        private Set<C> crossing(Set<C> withheld) {
            if (family.parts().stream().noneMatch(team -> has(team, withheld))) {
                return Set.of();
            }
            Network<C> network = new Network<>();
            addTop(network, withheld);
            Set<String> open = new HashSet<>(Set.of(family.whole()));
            above.forEach(table -> open.add(table.family.whole()));
            above.forEach(table -> table.addWithheld(network, withheld, open, false));
            addWithheld(network, withheld, open, true);
            addTold(network, withheld);
            network.join(unknownAbove(withheld));
            network.close();
            return network.added();
        }

        private boolean has(String team, Set<C> withheld) {
            return withheld.contains(names.all(team))
                    || used.stream().anyMatch(item -> withheld.contains(names.of(team, item)));
        }

        private void addTop(Network<C> network, Set<C> withheld) {
            Table highest = above.isEmpty() ? this : above.getFirst();
            String top = highest.family.whole();
            for (String item : highest.used) {
                C figure = names.of(top, item);
                if (withheld.contains(figure)) {
                    network.addWithheld(new Column(top, item), new Row(top), figure, false, isAboutSomebody(figure));
                }
            }
            C all = names.all(top);
            if (withheld.contains(all)) {
                network.addWithheld(new Corner(top), new Row(top), all, false, isAboutSomebody(all));
            }
        }

        /** @param open teams whose own families are in the network; all figures of others meet in one row */
        private void addWithheld(Network<C> network, Set<C> withheld, Set<String> open, boolean decided) {
            for (String team : family.parts()) {
                for (String item : used) {
                    C figure = names.of(team, item);
                    if (withheld.contains(figure)) {
                        network.addWithheld(
                                new Column(family.whole(), item),
                                open.contains(team) ? new Column(team, item) : new Row(team),
                                figure,
                                decided,
                                isAboutSomebody(figure));
                    }
                }
                C all = names.all(team);
                if (withheld.contains(all)) {
                    network.addWithheld(
                            new Corner(family.whole()),
                            open.contains(team) ? new Corner(team) : new Row(team),
                            all,
                            decided,
                            isAboutSomebody(all));
                }
            }
        }

        private void addTold(Network<C> network, Set<C> withheld) {
            for (String team : family.parts()) {
                if (isAboutSomebody(names.all(team))) {
                    for (String item : used) {
                        C figure = names.of(team, item);
                        if (!withheld.contains(figure) && mayBeWithheld(figure, withheld)) {
                            network.addTold(
                                    new Column(family.whole(), item), new Row(team), figure, isAboutSomebody(figure));
                        }
                    }
                }
            }
        }

        /** Sums of which it isn't told what they come to. */
        private List<Object> unknownAbove(Set<C> withheld) {
            List<Object> sums = new ArrayList<>();
            for (String item : used) {
                if (withheld.contains(names.of(family.whole(), item))) {
                    sums.add(new Column(family.whole(), item));
                }
            }
            if (withheld.contains(names.all(family.whole()))) {
                sums.add(new Corner(family.whole()));
            }
            return sums;
        }
    }
}
