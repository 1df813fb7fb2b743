package dev.footlights.query.top;

import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.store.Amount;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import dev.footlights.query.store.TeamDays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads lists and trends. */
public final class TopReader {
    /** Names that go into one statement; each has at most 256 characters. */
    private static final int NAMES_AT_ONCE = 50;

    private final ClickHouse clickHouse;
    private final Floor floor;
    private final int mostItems;

    /** @param mostItems that the asked days may have */
    public TopReader(ClickHouse clickHouse, Floor floor, int mostItems) {
        this.clickHouse = clickHouse;
        this.floor = floor;
        this.mostItems = mostItems;
    }

    /**
     * The items of some days.
     *
     * @param before days to compare with
     * @throws dev.footlights.service.http.ProblemException 400 when there are too many items
     */
    public Top read(Listing listing, TeamDays days, Optional<TeamDays> before) {
        Map<String, Item> earlier = new HashMap<>();
        before.ifPresent(then -> items(listing, then).forEach(item -> earlier.put(item.name(), item)));
        List<TopRow> rows = new ArrayList<>();
        int withheld = 0;
        for (Item item : items(listing, days)) {
            if (floor.withholds(item.people())) {
                withheld++;
            } else {
                rows.add(row(item, before.isPresent(), Optional.ofNullable(earlier.get(item.name()))));
            }
        }
        return new Top(rows, withheld);
    }

    private TopRow row(Item item, boolean compared, Optional<Item> earlier) {
        if (!compared) {
            return new TopRow(item, null, false);
        }
        boolean withheld = floor.withholds(earlier.map(Item::people).orElse(0L));
        return new TopRow(item, withheld ? null : earlier.map(Item::count).orElse(0L), withheld);
    }

    private List<Item> items(Listing listing, TeamDays days) {
        List<Item> items = clickHouse.run(new TopItems(listing, days, mostItems + 1));
        if (items.size() > mostItems) {
            throw Refusals.parameter("from", "and to take in more than " + mostItems + " items; ask for fewer days");
        }
        return items;
    }

    /**
     * The trends of items.
     *
     * @param periods that the days are cut into
     * @param names of the items
     */
    public Map<String, Trend> trends(Listing listing, TeamDays days, List<Period> periods, List<String> names) {
        Map<String, Trend> trends = new HashMap<>();
        for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
            List<String> some = names.subList(from, Math.min(from + NAMES_AT_ONCE, names.size()));
            Map<String, Map<Instant, Amount>> figures = figures(listing, days, periods, some);
            some.forEach(name -> trends.put(name, Trend.of(periods, figures.getOrDefault(name, Map.of()), floor)));
        }
        return trends;
    }

    /** Everything that the listing has, as one trend; its people are counted once in each period. */
    public Trend trend(Listing listing, TeamDays days, List<Period> periods) {
        Map<String, Map<Instant, Amount>> figures =
                figures(new Listing("'*'", listing.amount(), listing.condition()), days, periods, List.of());
        return Trend.of(periods, figures.getOrDefault("*", Map.of()), floor);
    }

    private Map<String, Map<Instant, Amount>> figures(
            Listing listing, TeamDays days, List<Period> periods, List<String> names) {
        Map<String, Map<Instant, Amount>> figures = new HashMap<>();
        clickHouse
                .run(new ItemPeriods(listing, days, Slots.of(periods), names))
                .forEach(row -> figures.computeIfAbsent(row.name(), name -> new HashMap<>())
                        .put(row.start(), new Amount(row.people(), row.count())));
        return figures;
    }
}
