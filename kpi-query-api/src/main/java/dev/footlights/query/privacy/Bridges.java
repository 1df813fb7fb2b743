package dev.footlights.query.privacy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;

/**
 * Withheld figures of a network that no ring of withheld ones goes through. Found by walking along every withheld one once
 * and numbering the knots as they are come to: a bridge is one behind which nothing leads back before it (Tarjan 1974).
 */
final class Bridges {
    private static final int NONE = -1;

    private final Network<?> network;
    private final int[] came;
    /** The earliest that is led back to from a knot or from behind it. */
    private final int[] back;

    private final BitSet found = new BitSet();
    private int knots;

    Bridges(Network<?> network) {
        this.network = network;
        this.came = new int[network.knots()];
        this.back = new int[network.knots()];
        Arrays.fill(came, NONE);
        for (int knot = 0; knot < network.knots(); knot++) {
            if (came[knot] == NONE) {
                walk(knot);
            }
        }
    }

    /** Their numbers. */
    BitSet found() {
        return found;
    }

    /** @param by the link that the knot was come to by */
    private record Visit(int knot, int by, Iterator<Integer> links) {}

    private Visit come(int knot, int by) {
        came[knot] = knots;
        back[knot] = knots;
        knots++;
        return new Visit(knot, by, network.linksOf(knot).iterator());
    }

    private void walk(int start) {
        Deque<Visit> way = new ArrayDeque<>();
        way.push(come(start, NONE));
        while (!way.isEmpty()) {
            Visit here = way.element();
            if (!here.links().hasNext()) {
                way.pop();
                if (here.by() != NONE) {
                    leave(here, network.link(here.by()).end(here.knot()));
                }
                continue;
            }
            int link = here.links().next();
            if (link == here.by() || !network.isWithheld(link)) {
                continue;
            }
            int next = network.link(link).end(here.knot());
            if (came[next] == NONE) {
                way.push(come(next, link));
            } else {
                back[here.knot()] = Math.min(back[here.knot()], came[next]);
            }
        }
    }

    private void leave(Visit behind, int before) {
        back[before] = Math.min(back[before], back[behind.knot()]);
        if (back[behind.knot()] > came[before]) {
            found.set(behind.by());
        }
    }
}
