package dev.footlights.query.answer;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.figures.Cell;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides who of which cohort is told of. Not those of a cohort of few people nor few of its people, nor anybody in periods of
 * which no figure is told, nor new people where the KPI doesn't tell them. The cohorts of a period are among its active people,
 * who are told elsewhere, so another cohort is withheld too; and the same cohort of a team beside.
 *
 * @param starts of the periods
 */
record StayDiscretion(Company company, List<Instant> starts) {
    static Entry entry(String team, Instant cohort, Instant period) {
        return new Entry(team, cohort + " " + period);
    }

    /**
     * What isn't told.
     *
     * @param silent cells of which no figure is
     * @param newcomers cells of which new people aren't told
     */
    Set<Entry> withheld(Map<Entry, Crowd> crowds, Set<Cell> silent, Set<Cell> newcomers) {
        Set<Entry> withheld = new HashSet<>();
        for (Instant period : starts) {
            Map<Entry, Crowd> cohorts = cohorts(crowds, period);
            Set<String> quiet = teams(silent, period);
            Set<Entry> already = new HashSet<>(Entry.of(quiet, cohorts.keySet()));
            already.addAll(Entry.totals(quiet));
            teams(newcomers, period).stream()
                    .map(team -> new Entry(team, period.toString()))
                    .filter(cohorts::containsKey)
                    .forEach(already::add);
            company
                    .withheldOfSums(
                            cohorts,
                            already,
                            Comparator.naturalOrder(),
                            // Who is new is told as such.
                            entry -> entry.item().equals(period.toString()))
                    .stream()
                    .filter(entry -> !entry.item().isEmpty())
                    .forEach(entry -> withheld.add(entry(entry.team(), Instant.parse(entry.item()), period)));
        }
        return withheld;
    }

    /** Of one period, by cohort. */
    private Map<Entry, Crowd> cohorts(Map<Entry, Crowd> crowds, Instant period) {
        Map<Entry, Crowd> cohorts = new HashMap<>();
        for (String team : company.teams()) {
            for (Instant cohort : starts.subList(0, starts.indexOf(period) + 1)) {
                Crowd crowd = crowds.get(entry(team, cohort, period));
                if (crowd != null) {
                    cohorts.put(new Entry(team, cohort.toString()), crowd);
                }
            }
        }
        return cohorts;
    }

    private static Set<String> teams(Set<Cell> cells, Instant period) {
        return cells.stream()
                .filter(cell -> cell.start().equals(period))
                .map(Cell::team)
                .collect(Collectors.toSet());
    }
}
