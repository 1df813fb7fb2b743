package dev.footlights.query.answer;

import dev.footlights.query.figures.Asked;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.schemas.features.FeatureRules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds sums over features that may not be told, as all of them but one are. */
record TellingOne(Discretion discretion) {
    /** The cells whose sum tells the only feature of which it isn't told who ever used it. */
    Set<Cell> cells(List<String> features, Asked asked, Directory directory) {
        Set<Cell> telling = new HashSet<>();
        if (features.isEmpty()) {
            return telling;
        }
        Scope scope = new Scope(asked.scope().teams(), features);
        for (Period period : asked.periods()) {
            Period ever = period.andBefore();
            Map<String, Long> untold = discretion
                    .withheld(new Asked(scope, Granularity.TOTAL, List.of(ever), asked.zone()), directory)
                    .keySet()
                    .stream()
                    .filter(scope::holds)
                    .collect(Collectors.groupingBy(Cell::team, Collectors.counting()));
            untold.forEach((team, number) -> {
                if (number == 1) {
                    telling.add(new Cell(team, FeatureRules.ALL, period.start()));
                }
            });
        }
        return telling;
    }
}
