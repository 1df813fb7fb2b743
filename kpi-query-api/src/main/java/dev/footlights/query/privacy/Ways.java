package dev.footlights.query.privacy;

import dev.footlights.query.privacy.Network.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Ways along withheld figures, and along told ones that would have to be withheld for it (Dijkstra).
 *
 * @param open which figures may be on them
 */
record Ways<C>(Network<C> network, Predicate<Link<C>> open) {
    /** Rather many others than a figure about nobody: that it is nothing may be told elsewhere. */
    private static final int COST_OF_NOBODY = 10_000;

    private static final int NONE = -1;

    /**
     * A knot on the way.
     *
     * @param byNobody whether it was come to by a told figure about nobody
     * @param by number of the link that it was come to by
     * @param before where from; null at the start
     */
    private record Step(
            int knot,
            boolean byNobody,
            long cost,
            int by,
            @Nullable Step before) {
        int state() {
            return 2 * knot + (byNobody ? 1 : 0);
        }
    }

    /** Links of the way with the fewest told figures, from its end; empty when there is none. */
    List<Integer> cheapest(int from, int to) {
        boolean[] been = new boolean[2 * network.knots()];
        PriorityQueue<Step> next =
                new PriorityQueue<>(Comparator.comparingLong(Step::cost).thenComparingInt(Step::by));
        next.add(new Step(from, false, 0, NONE, null));
        while (!next.isEmpty()) {
            Step step = next.remove();
            if (been[step.state()]) {
                continue;
            }
            been[step.state()] = true;
            if (step.knot() == to) {
                return links(step);
            }
            boolean mayBeNobody = !step.byNobody() || withholdsAny(step.knot());
            for (int number : network.linksOf(step.knot())) {
                Link<C> link = network.link(number);
                boolean told = !network.isWithheld(number);
                boolean nobody = told && !link.somebody();
                if (open.test(link) && (mayBeNobody || !nobody)) {
                    long cost = nobody ? COST_OF_NOBODY : told ? 1 : 0;
                    next.add(new Step(link.end(step.knot()), nobody, step.cost() + cost, number, step));
                }
            }
        }
        return List.of();
    }

    private static List<Integer> links(Step last) {
        List<Integer> links = new ArrayList<>();
        for (Step step = last; step != null && step.by() != NONE; step = step.before()) {
            links.add(step.by());
        }
        return links;
    }

    /** If all of a sum is told but what is about nobody, that is known to be nothing. */
    private boolean withholdsAny(int knot) {
        return network.linksOf(knot).stream().anyMatch(network::isWithheld);
    }
}
