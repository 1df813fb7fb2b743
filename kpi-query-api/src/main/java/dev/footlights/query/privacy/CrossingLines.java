package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Closes lines that cross: each may be safe by itself and a figure still follow from several of them. As long as one about
 * too few people does, another figure beside it is withheld as well. It does the algebra.
 *
 * <p>Lines may go on from others that were closed before, without these. Nothing new may then follow about figures of those
 * above, not even about a sum of them: otherwise two sets of lines below the same ones, each safe with them, would tell
 * together what none of them tells.
 */
public final class CrossingLines<C> {
    private final List<List<C>> lines = new ArrayList<>();
    /** By figure. */
    private final Map<C, List<List<C>>> linesOf = new HashMap<>();

    private final People<C> people;
    private final Predicate<C> fixed;
    private final List<C> figures = new ArrayList<>();
    private final Map<C, Integer> numbers = new HashMap<>();
    /** Numbers of the figures that lines above are about. */
    private final BitSet upper = new BitSet();

    private final KnownSums above;
    /** Of the lines; figures of lines above are never hidden in them. */
    private final KnownSums sums;

    private final Set<C> withheld = new HashSet<>();

    private CrossingLines(Collection<Line<C>> above, Collection<Line<C>> lines, People<C> people, Predicate<C> fixed) {
        this.people = people;
        this.fixed = fixed;
        for (Line<C> line : above) {
            figures(line).forEach(figure -> upper.set(number(figure)));
        }
        for (Line<C> line : lines) {
            List<C> together = figures(line);
            this.lines.add(together);
            for (C figure : together) {
                number(figure);
                linesOf.computeIfAbsent(figure, any -> new ArrayList<>()).add(together);
            }
        }
        this.above = new KnownSums(above.stream().map(this::factors).toList());
        this.sums = new KnownSums(lines.stream().map(this::factors).toList());
    }

    /**
     * Everything to be withheld.
     *
     * @param above lines that were closed before
     * @param people whom each figure is about
     * @param withheld already
     * @param fixed figures that are decided elsewhere, so that withholding them here is of no use
     */
    public static <C> Set<C> withhold(
            Collection<Line<C>> above,
            Collection<Line<C>> lines,
            People<C> people,
            Set<C> withheld,
            Floor floor,
            Predicate<C> fixed) {
        if (nothingFollows(above, lines, people, withheld, floor)) {
            return withheld;
        }
        CrossingLines<C> crossing = new CrossingLines<>(above, lines, people, fixed);
        withheld.forEach(crossing::withhold);
        Optional<C> next = crossing.next(floor);
        while (next.isPresent()) {
            crossing.withhold(next.get());
            next = crossing.next(floor);
        }
        return crossing.withheld;
    }

    /** By the withheld figures alone, which are mostly far fewer than all. */
    private static <C> boolean nothingFollows(
            Collection<Line<C>> above, Collection<Line<C>> lines, People<C> people, Set<C> withheld, Floor floor) {
        CrossingLines<C> crossing =
                new CrossingLines<>(unknown(above, withheld), unknown(lines, withheld), people, any -> true);
        withheld.forEach(crossing::withhold);
        return crossing.leaks(floor).findFirst().isEmpty()
                && crossing.newAbove().findFirst().isEmpty();
    }

    private static <C> List<Line<C>> unknown(Collection<Line<C>> lines, Set<C> withheld) {
        List<Line<C>> unknown = new ArrayList<>();
        for (Line<C> line : lines) {
            List<C> parts = line.parts().stream().filter(withheld::contains).toList();
            if (!parts.isEmpty() || withheld.contains(line.whole())) {
                unknown.add(new Line<>(line.whole(), parts));
            }
        }
        return unknown;
    }

    private void withhold(C figure) {
        withheld.add(figure);
        Integer number = numbers.get(figure);
        if (number != null) {
            (upper.get(number) ? above : sums).hide(number);
        }
    }

    private Optional<C> next(Floor floor) {
        return Stream.concat(
                        leaks(floor).flatMap(leak -> beside(leak).stream()),
                        newAbove()
                                .flatMap(sum ->
                                        sum.keySet().stream().map(figures::get).filter(this::mayBeWithheld)))
                .findFirst();
    }

    /** Withheld figures about too few people that follow. */
    private Stream<C> leaks(Floor floor) {
        return IntStream.range(0, figures.size())
                .filter(number -> !upper.get(number))
                .filter(number -> withheld.contains(figures.get(number)))
                .filter(number -> floor.withholds(people.of(figures.get(number))))
                .filter(number -> sums.tellsBy(number, above))
                .mapToObj(figures::get);
    }

    /** Sums of figures above that follow from the lines and not from those above. */
    private Stream<Map<Integer, Double>> newAbove() {
        return sums.ofTold().filter(sum -> !above.tells(sum));
    }

    /** A told figure of a line with the leaking one, else of a line with another withheld one. */
    private Optional<C> beside(C leak) {
        List<C> told = Stream.concat(
                        linesOf.getOrDefault(leak, List.of()).stream(),
                        lines.stream().filter(line -> line.stream().anyMatch(withheld::contains)))
                .flatMap(List::stream)
                .filter(this::mayBeWithheld)
                .toList();
        // That somebody did something is given up before that nobody did.
        return told.stream()
                .filter(figure -> people.of(figure) > 0)
                .findFirst()
                .or(() -> told.stream().findFirst());
    }

    private boolean mayBeWithheld(C figure) {
        return !withheld.contains(figure) && !fixed.test(figure);
    }

    /** The whole less its parts is nothing. */
    private Map<Integer, Double> factors(Line<C> line) {
        Map<Integer, Double> factors = new HashMap<>();
        line.parts().forEach(part -> factors.put(number(part), 1.0));
        factors.put(number(line.whole()), -1.0);
        return factors;
    }

    private int number(C figure) {
        return numbers.computeIfAbsent(figure, added -> {
            figures.add(added);
            return figures.size() - 1;
        });
    }

    private static <C> List<C> figures(Line<C> line) {
        List<C> figures = new ArrayList<>(line.parts());
        figures.add(line.whole());
        return figures;
    }
}
