package dev.footlights.query.finding;

import dev.footlights.query.company.Company;
import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.finding.SearchSums.Sums;
import dev.footlights.query.period.Period;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.TeamDays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads whether a team finds what it searches for. */
public final class FindingReader {
    private static final String FEATURE = "search";

    private final ClickHouse clickHouse;

    public FindingReader(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** The figures of a team; one about too few people isn't told, nor what would tell it of a team beside. */
    public Finding read(String team, Company company, Period period) {
        Supplier<RanksOpened.Ranks> ranks = Meanwhile.read(() -> clickHouse
                .run(new RanksOpened(new TeamDays(List.of(team), period.start(), period.end())))
                .getFirst());
        List<Sums> all = clickHouse.run(new SearchSums(
                new TeamDays(company.teams(), period.start(), period.end()),
                company.floor().people()));
        Map<Entry, Crowd> crowds = new HashMap<>();
        for (Sums sums : all) {
            crowds.put(new Entry(sums.team(), "searches"), sums.searches().crowd());
            crowds.put(
                    new Entry(sums.team(), "zero-results"), sums.zeroResults().crowd());
            crowds.put(new Entry(sums.team(), "opened"), sums.opened().crowd());
        }
        Set<String> silent = company.silent(FEATURE, period);
        Set<Entry> withheld = company.withheld(crowds, Entry.of(silent, crowds.keySet()));
        boolean nothing = silent.contains(team);
        Sums own = all.stream()
                .filter(sums -> sums.team().equals(team))
                .findFirst()
                .orElse(Sums.none(team));
        return Finding.of(
                nothing || withheld.contains(new Entry(team, "searches"))
                        ? null
                        : (Long) own.searches().amount().amount(),
                nothing || withheld.contains(new Entry(team, "zero-results"))
                        ? null
                        : (Long) own.zeroResults().amount().amount(),
                nothing || withheld.contains(new Entry(team, "opened"))
                        ? null
                        : (Long) own.opened().amount().amount(),
                ranks.get().median(),
                nothing || company.floor().withholds(ranks.get().people()));
    }
}
