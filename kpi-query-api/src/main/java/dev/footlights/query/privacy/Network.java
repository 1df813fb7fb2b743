package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums as knots, and figures as links between them: each figure is in two sums. Links of a knot add up to nothing, as currents
 * do, so that a withheld figure follows from the told ones exactly when it is a bridge among the withheld ones: when no other
 * way of withheld figures leads from one of its ends to the other.
 */
final class Network<C> {
    /**
     * A figure.
     *
     * @param open whether it may be withheld here; all others are withheld already
     * @param somebody whether it is about anybody
     */
    record Link<C>(int from, int to, C figure, boolean open, boolean somebody) {
        int end(int other) {
            return other == from ? to : from;
        }
    }

    private final Map<Object, Integer> knots = new HashMap<>();
    private final List<Link<C>> links = new ArrayList<>();
    private final List<List<Integer>> linksOf = new ArrayList<>();
    private final BitSet withheld = new BitSet();
    private final Set<C> added = new HashSet<>();

    /** Adds a figure that is told and may be withheld. */
    void addTold(Object from, Object to, C figure, boolean somebody) {
        add(from, to, figure, true, somebody);
    }

    /**
     * Adds a figure that is withheld already.
     *
     * @param open whether it is one of those that are decided about, and not before
     */
    void addWithheld(Object from, Object to, C figure, boolean open, boolean somebody) {
        withheld.set(links.size());
        add(from, to, figure, open, somebody);
    }

    private void add(Object from, Object to, C figure, boolean open, boolean somebody) {
        Link<C> link = new Link<>(knot(from), knot(to), figure, open, somebody);
        linksOf.get(link.from()).add(links.size());
        linksOf.get(link.to()).add(links.size());
        links.add(link);
    }

    private int knot(Object name) {
        return knots.computeIfAbsent(name, any -> {
            linksOf.add(new ArrayList<>());
            return linksOf.size() - 1;
        });
    }

    int knots() {
        return linksOf.size();
    }

    Link<C> link(int number) {
        return links.get(number);
    }

    List<Integer> linksOf(int knot) {
        return linksOf.get(knot);
    }

    boolean isWithheld(int link) {
        return withheld.get(link);
    }

    /** Figures that were withheld besides. */
    Set<C> added() {
        return added;
    }

    /** Withholds so much that ways of withheld figures which are decided about lead from each of these sums to the others. */
    void join(Collection<Object> sums) {
        List<Integer> ends = sums.stream().map(this::knot).toList();
        Groups joined = new Groups(knots());
        withheld.stream().mapToObj(links::get).filter(Link::open).forEach(link -> joined.join(link.from(), link.to()));
        for (int end : ends) {
            if (!joined.same(ends.getFirst(), end)) {
                withhold(new Ways<>(this, Link::open).cheapest(ends.getFirst(), end), joined);
            }
        }
    }

    /** Withholds so much that none of the withheld figures that are decided about follows, where there is enough to withhold. */
    void close() {
        BitSet bridges = new Bridges(this).found();
        Groups rings = new Groups(knots());
        withheld.stream()
                .filter(link -> !bridges.get(link))
                .mapToObj(links::get)
                .forEach(link -> rings.join(link.from(), link.to()));
        bridges.stream().mapToObj(links::get).filter(Link::open).forEach(bridge -> {
            if (!rings.same(bridge.from(), bridge.to())) {
                withhold(new Ways<>(this, link -> !link.equals(bridge)).cheapest(bridge.from(), bridge.to()), rings);
            }
        });
    }

    private void withhold(List<Integer> way, Groups groups) {
        for (int number : way) {
            Link<C> link = links.get(number);
            groups.join(link.from(), link.to());
            if (!withheld.get(number)) {
                withheld.set(number);
                added.add(link.figure());
            }
        }
    }
}
