package dev.footlights.query.answer;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.Siblings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        for (String team : company.teams()) {
            withheld.addAll(withheld(team, crowds, silent));
        }
        newcomers.forEach(cell -> withheld.add(entry(cell.team(), cell.start(), cell.start())));
        withheld.retainAll(crowds.keySet());
        return company.withheld(crowds, withheld);
    }

    private Set<Entry> withheld(String team, Map<Entry, Crowd> crowds, Set<Cell> silent) {
        Set<Instant> quiet = new HashSet<>();
        silent.stream().filter(cell -> cell.team().equals(team)).forEach(cell -> quiet.add(cell.start()));
        Set<Entry> withheld = new HashSet<>();
        List<Line<Entry>> lines = new ArrayList<>();
        Map<Entry, Long> people = new HashMap<>();
        for (Instant period : starts) {
            List<Entry> parts = new ArrayList<>();
            for (Instant cohort : starts.subList(0, starts.indexOf(period) + 1)) {
                Entry entry = entry(team, cohort, period);
                long here = crowds.getOrDefault(entry, Crowd.NOBODY).people();
                long ofCohort = crowds.getOrDefault(entry(team, cohort, cohort), Crowd.NOBODY)
                        .people();
                people.put(entry, here);
                parts.add(entry);
                if (quiet.contains(period)
                        || company.floor().withholds(ofCohort)
                        || company.floor().withholds(here)) {
                    withheld.add(entry);
                }
            }
            lines.add(new Line<>(new Entry(team, period.toString()), parts));
        }
        return Siblings.withhold(lines, people, withheld, company.floor());
    }
}
