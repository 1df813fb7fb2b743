package dev.footlights.query.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Closes lines that cross: each may be safe by itself and a figure still follow from several of them. As long as one about
 * too few people does, another figure beside it is withheld as well. For few figures; it does the algebra.
 */
final class CrossingLines {
    private CrossingLines() {}

    /**
     * Everything to be withheld.
     *
     * @param people whom each figure is about; missing for nobody
     * @param withheld already
     * @param fixed figures that are told elsewhere, so that withholding them here is of no use
     */
    static <C> Set<C> withhold(
            Collection<Line<C>> lines, Map<C, Long> people, Set<C> withheld, Floor floor, Predicate<C> fixed) {
        Set<C> all = new HashSet<>(withheld);
        for (Optional<C> leak = leak(lines, people, all, floor);
                leak.isPresent();
                leak = leak(lines, people, all, floor)) {
            Optional<C> next = beside(lines, people, all, fixed, leak.get());
            if (next.isEmpty()) {
                return all;
            }
            all.add(next.get());
        }
        return all;
    }

    private static <C> Optional<C> leak(Collection<Line<C>> lines, Map<C, Long> people, Set<C> withheld, Floor floor) {
        Map<C, Integer> numbers = new LinkedHashMap<>();
        for (Line<C> line : lines) {
            for (C figure : figures(line)) {
                if (withheld.contains(figure)) {
                    numbers.putIfAbsent(figure, numbers.size());
                }
            }
        }
        KnownSums sums = new KnownSums(numbers.size());
        for (Line<C> line : lines) {
            double[] factors = new double[numbers.size()];
            boolean any = false;
            for (C figure : figures(line)) {
                Integer number = numbers.get(figure);
                if (number != null) {
                    factors[number] = figure.equals(line.whole()) ? -1 : 1;
                    any = true;
                }
            }
            if (any) {
                sums.add(factors);
            }
        }
        return numbers.entrySet().stream()
                .filter(figure -> floor.withholds(people.getOrDefault(figure.getKey(), 0L)))
                .filter(figure -> sums.tells(figure.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A told figure of a line with the leaking one, else of a line with another withheld one. */
    private static <C> Optional<C> beside(
            Collection<Line<C>> lines, Map<C, Long> people, Set<C> withheld, Predicate<C> fixed, C leak) {
        List<C> candidates = new ArrayList<>();
        lines.stream().filter(line -> figures(line).contains(leak)).forEach(line -> candidates.addAll(figures(line)));
        lines.stream()
                .filter(line -> figures(line).stream().anyMatch(withheld::contains))
                .forEach(line -> candidates.addAll(figures(line)));
        List<C> told = candidates.stream()
                .filter(figure -> !withheld.contains(figure) && !fixed.test(figure))
                .toList();
        // That somebody did something is given up before that nobody did.
        return told.stream()
                .filter(figure -> people.getOrDefault(figure, 0L) > 0)
                .findFirst()
                .or(() -> told.stream().findFirst());
    }

    private static <C> List<C> figures(Line<C> line) {
        List<C> figures = new ArrayList<>(line.parts());
        figures.add(line.whole());
        return figures;
    }
}
