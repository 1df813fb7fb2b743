package dev.footlights.query.top;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.items.OverTime;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.schemas.features.FeatureRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Decides which items of lists are told. Nothing of a team and feature is, where no figure of it is; and none of an item of
 * too few people, be it of the asked days or of those between two answers, or of what would tell it: the same item of teams beside,
 * and other items of the team. Features are told as their events are.
 */
final class ItemDiscretion {
    private final CrowdReader crowds;

    /** @param mostItems that the asked days may have, of all teams that must be known */
    ItemDiscretion(ClickHouse clickHouse, int mostItems) {
        this.crowds = new CrowdReader(clickHouse, mostItems);
    }

    /**
     * What isn't told of the team and of those beside and above it.
     *
     * @param own reads who used the team's items
     */
    UntoldItems untold(TopQuestion asked, Supplier<Map<Entry, Crowd>> own) {
        if (asked.company().floor().people() <= 1) {
            return UntoldItems.NOTHING;
        }
        if (asked.listing().isOfFeatures()) {
            return ofFeatures(asked, own.get());
        }
        Set<String> silent = asked.company().silent(asked.listing().feature(), asked.period());
        if (asked.listing().decided().isEmpty()) {
            return new UntoldItems(decide(asked, asked.others(), own), silent);
        }
        Set<Entry> entries = new HashSet<>();
        asked.listing()
                .decided()
                .forEach(listing ->
                        entries.addAll(decide(asked.of(listing), asked.company().teams(), Map::of)));
        return new UntoldItems(entries, silent);
    }

    /**
     * Decides about items by themselves.
     *
     * @param teams that are to be read
     * @param read what is read elsewhere
     */
    private Set<Entry> decide(TopQuestion asked, List<String> teams, Supplier<Map<Entry, Crowd>> read) {
        Company company = asked.company();
        Supplier<OverTime> times =
                Meanwhile.read(() -> company.overTime(new ListedUses(asked.listing()), List.of(asked.period())));
        Map<Entry, Crowd> all = new HashMap<>();
        crowds.read(asked, teams, List.of(asked.period()), List.of())
                .forEach(used -> used.crowds().forEach((team, crowd) -> all.put(new Entry(team, used.name()), crowd)));
        all.putAll(read.get());
        Set<String> silent = company.silent(asked.listing().feature(), asked.period());
        Set<Entry> withheld = new HashSet<>(Entry.of(silent, all.keySet()));
        withheld.addAll(Entry.totals(company.silent(asked.listing().totalOf(), asked.period())));
        withheld.addAll(Entry.ofPlaces(times.get().withheld(asked.period(), Entry.people(all))));
        Set<Entry> untold = new HashSet<>(company.withheldOfSums(all, withheld));
        untold.addAll(Entry.ofPlaces(times.get().everUsed(silent)));
        return untold;
    }

    private static UntoldItems ofFeatures(TopQuestion asked, Map<Entry, Crowd> own) {
        Company company = asked.company();
        List<String> features = new ArrayList<>(List.of(FeatureRules.ALL));
        own.keySet().forEach(entry -> features.add(entry.item()));
        Set<Cell> silent = company.silent(features, Granularity.TOTAL, List.of(asked.period()));
        boolean nothing = silent.stream()
                .anyMatch(cell ->
                        cell.team().equals(asked.team()) && cell.feature().equals(FeatureRules.ALL));
        Set<Entry> withheld = silent.stream()
                .map(cell -> new Entry(cell.team(), cell.feature()))
                .collect(Collectors.toCollection(HashSet::new));
        own.forEach((entry, crowd) -> {
            if (nothing || company.floor().withholds(crowd.people())) {
                withheld.add(entry);
            }
        });
        return new UntoldItems(withheld, nothing ? Set.of(asked.team()) : Set.of());
    }
}
