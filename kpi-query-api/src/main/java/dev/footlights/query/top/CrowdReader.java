package dev.footlights.query.top;

import dev.footlights.query.period.Period;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import dev.footlights.query.store.TeamDays;
import java.util.List;

/** Reads who used which items of several teams. */
final class CrowdReader {
    private final ClickHouse clickHouse;
    private final int mostItems;

    CrowdReader(ClickHouse clickHouse, int mostItems) {
        this.clickHouse = clickHouse;
        this.mostItems = mostItems;
    }

    /**
     * Of each item of each team in each period.
     *
     * @param teams may be none
     * @param periods without gaps
     * @param names of the items; empty for all
     */
    List<ItemCrowds.Used> read(TopQuestion asked, List<String> teams, List<Period> periods, List<String> names) {
        if (teams.isEmpty()) {
            return List.of();
        }
        List<ItemCrowds.Used> used = clickHouse.run(new ItemCrowds(
                asked.listing(),
                new TeamDays(
                        teams, periods.getFirst().start(), periods.getLast().end()),
                Slots.of(periods),
                names,
                asked.company().floor().people(),
                mostItems + 1));
        if (used.size() > mostItems) {
            throw Refusals.parameter(
                    "from", "and to take in more than " + mostItems + " items of teams; ask for fewer days");
        }
        return used;
    }
}
