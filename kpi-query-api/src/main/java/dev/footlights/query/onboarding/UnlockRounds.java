package dev.footlights.query.onboarding;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Entry;
import dev.footlights.query.onboarding.StepDays.OfFeature;
import dev.footlights.query.period.Period;
import dev.footlights.query.rounds.Day;
import dev.footlights.query.rounds.RoundsByTeam;
import dev.footlights.query.store.ClickHouse;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what isn't told of progress because of who unlocked features before and after the end of the days. */
record UnlockRounds(ClickHouse clickHouse, ZoneId reportingZone) {
    /**
     * What isn't told.
     *
     * @param byTeam progress of the company's teams
     * @param features in the order of the steps
     */
    Set<Entry> untold(Company company, Map<String, Progress> byTeam, List<String> features, Period period) {
        Set<Entry> untold = new HashSet<>();
        if (company.floor().people() <= 1) {
            return untold;
        }
        UnlockDays unlocks = new UnlockDays(
                company.teams(), features, reportingZone, company.floor().people());
        Map<String, Long> members = new HashMap<>();
        byTeam.forEach(
                (team, progress) -> members.put(team, (long) progress.members().size()));
        rounds(company, clickHouse.run(unlocks))
                .untold(period, members)
                .forEach(team -> untold.addAll(ProgressDiscretion.inAll(team, features.size())));
        Map<String, List<Day>> byFeature = clickHouse.run(new StepDays(unlocks)).stream()
                .collect(Collectors.groupingBy(
                        OfFeature::feature, Collectors.mapping(OfFeature::day, Collectors.toList())));
        for (int place = 0; place < features.size(); place++) {
            Map<String, Long> people = new HashMap<>();
            for (Map.Entry<String, Progress> of : byTeam.entrySet()) {
                people.put(of.getKey(), of.getValue().people()[place]);
            }
            RoundsByTeam ofStep = rounds(company, byFeature.getOrDefault(features.get(place), List.of()));
            for (String team : ofStep.untold(period, people)) {
                untold.add(ProgressDiscretion.feature(team, place));
            }
        }
        return untold;
    }

    private RoundsByTeam rounds(Company company, List<Day> days) {
        return new RoundsByTeam(UnlockDays.calendar(reportingZone), company.floor(), company.lines(), days);
    }
}
