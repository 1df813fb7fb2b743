package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Closes lines that cross: each may be safe by itself and a figure still follow from several of them. As long as one about
 * too few people does, another figure beside it is withheld as well. It does the algebra.
 */
public final class CrossingLines<C> {
    private final List<List<C>> lines = new ArrayList<>();
    /** By figure. */
    private final Map<C, List<List<C>>> linesOf = new HashMap<>();

    private final People<C> people;
    private final Predicate<C> fixed;
    private final Map<C, Integer> numbers = new LinkedHashMap<>();
    private final KnownSums sums;
    private final Set<C> withheld = new HashSet<>();

    private CrossingLines(Collection<Line<C>> lines, People<C> people, Predicate<C> fixed) {
        this.people = people;
        this.fixed = fixed;
        for (Line<C> line : lines) {
            List<C> figures = figures(line);
            this.lines.add(figures);
            for (C figure : figures) {
                numbers.putIfAbsent(figure, numbers.size());
                linesOf.computeIfAbsent(figure, any -> new ArrayList<>()).add(figures);
            }
        }
        this.sums = new KnownSums(lines.stream().map(this::factors).toList());
    }

    /**
     * Everything to be withheld.
     *
     * @param people whom each figure is about
     * @param withheld already
     * @param fixed figures that are decided elsewhere, so that withholding them here is of no use
     */
    public static <C> Set<C> withhold(
            Collection<Line<C>> lines, People<C> people, Set<C> withheld, Floor floor, Predicate<C> fixed) {
        if (nothingFollows(lines, people, withheld, floor)) {
            return withheld;
        }
        CrossingLines<C> crossing = new CrossingLines<>(lines, people, fixed);
        withheld.forEach(crossing::withhold);
        Optional<C> next = crossing.leak(floor).flatMap(crossing::beside);
        while (next.isPresent()) {
            crossing.withhold(next.get());
            next = crossing.leak(floor).flatMap(crossing::beside);
        }
        return crossing.withheld;
    }

    /** By the withheld figures alone, which are mostly far fewer than all. */
    private static <C> boolean nothingFollows(
            Collection<Line<C>> lines, People<C> people, Set<C> withheld, Floor floor) {
        List<Line<C>> unknown = new ArrayList<>();
        for (Line<C> line : lines) {
            List<C> parts = line.parts().stream().filter(withheld::contains).toList();
            if (!parts.isEmpty() || withheld.contains(line.whole())) {
                unknown.add(new Line<>(line.whole(), parts));
            }
        }
        CrossingLines<C> crossing = new CrossingLines<>(unknown, people, any -> true);
        withheld.forEach(crossing::withhold);
        return crossing.leak(floor).isEmpty();
    }

    private void withhold(C figure) {
        withheld.add(figure);
        Integer number = numbers.get(figure);
        if (number != null) {
            sums.hide(number);
        }
    }

    private Optional<C> leak(Floor floor) {
        return numbers.entrySet().stream()
                .filter(figure -> withheld.contains(figure.getKey()))
                .filter(figure -> floor.withholds(people.of(figure.getKey())))
                .filter(figure -> sums.tells(figure.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A told figure of a line with the leaking one, else of a line with another withheld one. */
    private Optional<C> beside(C leak) {
        List<C> told = Stream.concat(
                        linesOf.getOrDefault(leak, List.of()).stream(),
                        lines.stream().filter(line -> line.stream().anyMatch(withheld::contains)))
                .flatMap(List::stream)
                .filter(figure -> !withheld.contains(figure) && !fixed.test(figure))
                .toList();
        // That somebody did something is given up before that nobody did.
        return told.stream()
                .filter(figure -> people.of(figure) > 0)
                .findFirst()
                .or(() -> told.stream().findFirst());
    }

    /** The whole less its parts is nothing. */
    private Map<Integer, Double> factors(Line<C> line) {
        Map<Integer, Double> factors = new HashMap<>();
        line.parts().forEach(part -> factors.put(numbers.getOrDefault(part, 0), 1.0));
        factors.put(numbers.getOrDefault(line.whole(), 0), -1.0);
        return factors;
    }

    private static <C> List<C> figures(Line<C> line) {
        List<C> figures = new ArrayList<>(line.parts());
        figures.add(line.whole());
        return figures;
    }
}
