package dev.footlights.query.top;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.store.ClickHouse;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which periods of an item's trend are told: as which items of a list are, with the periods of one item for the items
 * of one team. They add up to what is told of all days.
 */
final class TrendDiscretion {
    private final CrowdReader crowds;

    TrendDiscretion(ClickHouse clickHouse, int mostItems) {
        this.crowds = new CrowdReader(clickHouse, mostItems);
    }

    /**
     * Starts of the periods of the team's items that aren't told.
     *
     * @param periods that the days are cut into
     * @param untold what isn't told of all days together
     * @param own who used the team's items, by item and start of the period
     */
    Map<String, Set<Instant>> withheld(
            TopQuestion asked,
            Granularity granularity,
            List<Period> periods,
            UntoldItems untold,
            Map<String, Map<Instant, Crowd>> own) {
        if (own.isEmpty() || asked.company().floor().people() <= 1) {
            return Map.of();
        }
        return asked.listing().isOfFeatures()
                ? ofFeatures(asked, granularity, periods, own)
                : ofItems(asked, granularity, periods, untold, own);
    }

    private static Map<String, Set<Instant>> ofFeatures(
            TopQuestion asked, Granularity granularity, List<Period> periods, Map<String, Map<Instant, Crowd>> own) {
        Company company = asked.company();
        Map<String, Set<Instant>> withheld = new HashMap<>();
        own.forEach((feature, ofFeature) -> ofFeature.forEach((start, crowd) -> {
            if (company.floor().withholds(crowd.people())) {
                withheld.computeIfAbsent(feature, any -> new HashSet<>()).add(start);
            }
        }));
        company.silent(List.copyOf(own.keySet()), granularity, periods).stream()
                .filter(cell -> cell.team().equals(asked.team()))
                .forEach(cell -> withheld.computeIfAbsent(cell.feature(), any -> new HashSet<>())
                        .add(cell.start()));
        return withheld;
    }

    private Map<String, Set<Instant>> ofItems(
            TopQuestion asked,
            Granularity granularity,
            List<Period> periods,
            UntoldItems untold,
            Map<String, Map<Instant, Crowd>> own) {
        Company company = asked.company();
        Map<String, Map<Entry, Crowd>> byItem = new HashMap<>();
        own.forEach((item, ofItem) -> {
            Map<Entry, Crowd> entries = byItem.computeIfAbsent(item, any -> new HashMap<>());
            ofItem.forEach((start, crowd) -> entries.put(entry(asked.team(), start), crowd));
        });
        crowds.read(asked, asked.others(), periods, List.copyOf(own.keySet()))
                .forEach(used -> used.crowds()
                        .forEach((team, crowd) -> byItem.computeIfAbsent(used.name(), any -> new HashMap<>())
                                .put(entry(team, used.start()), crowd)));
        Set<Cell> silent = company.silent(List.of(asked.listing().feature()), granularity, periods);
        Map<String, Set<Instant>> withheld = new HashMap<>();
        byItem.forEach((item, entries) -> {
            Set<String> without = untold.entries().stream()
                    .filter(entry -> entry.item().equals(item))
                    .map(Entry::team)
                    .collect(Collectors.toSet());
            Set<Entry> already = new HashSet<>(Entry.of(without, entries.keySet()));
            already.addAll(Entry.totals(without));
            silent.stream()
                    .map(cell -> entry(cell.team(), cell.start()))
                    .filter(entries::containsKey)
                    .forEach(already::add);
            withheld.put(
                    item,
                    company.withheldOfSums(entries, already).stream()
                            .filter(entry -> entry.team().equals(asked.team())
                                    && !entry.item().isEmpty())
                            .map(entry -> Instant.parse(entry.item()))
                            .collect(Collectors.toSet()));
        });
        return withheld;
    }

    /** Periods by their starts are in the order of time. */
    private static Entry entry(String team, Instant start) {
        return new Entry(team, start.toString());
    }
}
