package dev.footlights.query.top;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.items.OverTime;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.store.ClickHouse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides which periods of an item's trend are told: those of which the item is told, and of these not what would tell the
 * others, as they add up to what is told of all days.
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
     * @param items by the names that they are decided by
     */
    Map<String, Set<Instant>> withheld(
            TopQuestion asked,
            Granularity granularity,
            List<Period> periods,
            UntoldItems untold,
            Collection<String> items) {
        if (items.isEmpty() || asked.company().floor().people() <= 1) {
            return Map.of();
        }
        if (asked.listing().isOfFeatures()) {
            return silent(asked, granularity, periods, items);
        }
        Map<String, Set<Instant>> withheld = new HashMap<>();
        for (TopQuestion each : asked.decided()) {
            ofItems(each, granularity, periods, untold, items)
                    .forEach((item, starts) -> withheld.computeIfAbsent(item, any -> new HashSet<>())
                            .addAll(starts));
        }
        return withheld;
    }

    /** Starts of the periods of which nothing is told of features. */
    static Map<String, Set<Instant>> silent(
            TopQuestion asked, Granularity granularity, List<Period> periods, Collection<String> features) {
        return asked.company().silent(List.copyOf(features), granularity, periods).stream()
                .filter(cell -> cell.team().equals(asked.team()))
                .collect(Collectors.groupingBy(Cell::feature, Collectors.mapping(Cell::start, Collectors.toSet())));
    }

    private Map<String, Set<Instant>> ofItems(
            TopQuestion asked,
            Granularity granularity,
            List<Period> periods,
            UntoldItems untold,
            Collection<String> items) {
        Company company = asked.company();
        List<ItemCrowds.Used> own = crowds.read(asked, company.teams(), periods, List.copyOf(items));
        if (own.isEmpty()) {
            return Map.of();
        }
        OverTime times = company.overTime(new ListedUses(asked.listing()), periods);
        Set<String> others = new TreeSet<>(times.hidingBehind(items, company.teams()));
        others.removeAll(items);
        List<ItemCrowds.Used> all = new ArrayList<>(own);
        if (!others.isEmpty()) {
            all.addAll(crowds.read(asked, company.teams(), periods, List.copyOf(others)));
        }
        Map<Instant, Map<Entry, Crowd>> used = new HashMap<>();
        all.forEach(each -> each.crowds()
                .forEach((team, crowd) -> used.computeIfAbsent(each.start(), any -> new HashMap<>())
                        .put(new Entry(team, each.name()), crowd)));
        Set<Cell> silent = company.silent(List.of(asked.listing().feature()), granularity, periods);
        Map<String, Map<Entry, Crowd>> byItem = new HashMap<>();
        Map<String, Set<Entry>> already = new HashMap<>();
        for (Period period : periods) {
            Map<Entry, Crowd> then = used.getOrDefault(period.start(), Map.of());
            then.forEach((entry, crowd) ->
                    byItem.computeIfAbsent(entry.item(), any -> new HashMap<>()).put(at(entry.team(), period), crowd));
            Entry.ofPlaces(times.withheld(period, Entry.people(then)))
                    .forEach(entry -> already.computeIfAbsent(entry.item(), any -> new HashSet<>())
                            .add(at(entry.team(), period)));
        }
        Map<String, Set<Instant>> withheld = new HashMap<>();
        for (String item : items) {
            Map<Entry, Crowd> entries = byItem.getOrDefault(item, Map.of());
            Set<Entry> some = already.getOrDefault(item, new HashSet<>());
            silent.stream()
                    .map(cell -> new Entry(cell.team(), cell.start().toString()))
                    .filter(entries::containsKey)
                    .forEach(some::add);
            Set<String> without = untold.entries().stream()
                    .filter(entry -> entry.item().equals(item))
                    .map(Entry::team)
                    .collect(Collectors.toSet());
            some.addAll(Entry.totals(without));
            withheld.put(
                    item,
                    company.withheldOfSums(entries, some).stream()
                            .filter(entry -> entry.team().equals(asked.team())
                                    && !entry.item().isEmpty())
                            .map(entry -> Instant.parse(entry.item()))
                            .collect(Collectors.toSet()));
        }
        return withheld;
    }

    /** Periods by their starts are in the order of time. */
    private static Entry at(String team, Period period) {
        return new Entry(team, period.start().toString());
    }
}
