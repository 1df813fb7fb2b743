package dev.footlights.query.top;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.company.Entry;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.store.Amount;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.Slots;
import dev.footlights.query.top.ItemPeriods.ItemPeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads lists and trends. */
public final class TopReader {
    /** Names that go into one statement; each has at most 256 characters. */
    private static final int NAMES_AT_ONCE = 50;

    private final ClickHouse clickHouse;
    private final int mostItems;
    private final ItemDiscretion items;
    private final TrendDiscretion periods;

    /** @param mostItems that the asked days may have */
    public TopReader(ClickHouse clickHouse, int mostItems) {
        this.clickHouse = clickHouse;
        this.mostItems = mostItems;
        this.items = new ItemDiscretion(clickHouse, mostItems);
        this.periods = new TrendDiscretion(clickHouse, mostItems);
    }

    /** Items by name, and what isn't told of them. */
    private record Found(Map<String, Item> items, UntoldItems untold) {}

    /**
     * The items of some days.
     *
     * @param before days to compare with
     * @throws dev.footlights.service.http.ProblemException 400 when there are too many items
     */
    public Top read(TopQuestion asked, Optional<Period> before) {
        Optional<Supplier<Found>> reading = before.map(asked::at).map(then -> Meanwhile.read(() -> find(then)));
        Found now = find(asked);
        Optional<Found> then = reading.map(Supplier::get);
        List<TopRow> rows = new ArrayList<>();
        now.items().values().stream()
                .filter(item -> !now.untold().entries().contains(new Entry(asked.team(), item.name())))
                .forEach(item -> rows.add(row(item, asked.team(), then)));
        boolean nothing = now.untold().silent().contains(asked.team());
        return new Top(rows, nothing ? null : (Integer) now.untold().itemsOf(asked.team()), now.untold());
    }

    private static TopRow row(Item item, String team, Optional<Found> then) {
        if (then.isEmpty()) {
            return new TopRow(item, null, false);
        }
        Item earlier = then.get().items().get(item.name());
        UntoldItems untold = then.get().untold();
        boolean withheld = untold.entries().contains(new Entry(team, item.name()))
                || (earlier == null && untold.silent().contains(team));
        return new TopRow(item, withheld ? null : (Long) (earlier == null ? 0 : earlier.count()), withheld);
    }

    private Found find(TopQuestion asked) {
        Supplier<List<TopItems.Used>> reading = Meanwhile.read(() -> used(asked));
        UntoldItems untold = items.untold(
                asked,
                () -> reading.get().stream()
                        .collect(Collectors.toMap(
                                used -> new Entry(asked.team(), used.item().name()), TopItems.Used::crowd)));
        return new Found(
                reading.get().stream()
                        .map(TopItems.Used::item)
                        .collect(Collectors.toMap(Item::name, Function.identity())),
                untold);
    }

    private List<TopItems.Used> used(TopQuestion asked) {
        List<TopItems.Used> used = clickHouse.run(new TopItems(
                asked.listing(), asked.days(), asked.company().floor().people(), mostItems + 1));
        if (used.size() > mostItems) {
            throw Refusals.parameter("from", "and to take in more than " + mostItems + " items; ask for fewer days");
        }
        return used;
    }

    /**
     * The trends of items.
     *
     * @param cut periods that the days are cut into
     * @param names of the items
     * @param untold as the list of the same days has it
     */
    public Map<String, Trend> trends(
            TopQuestion asked, Granularity granularity, List<Period> cut, List<String> names, UntoldItems untold) {
        Map<String, Trend> trends = new HashMap<>();
        for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
            List<String> some = names.subList(from, Math.min(from + NAMES_AT_ONCE, names.size()));
            Map<String, Map<Instant, ItemPeriod>> figures = figures(asked, cut, some);
            Map<String, Set<Instant>> withheld = periods.withheld(asked, granularity, cut, untold, crowds(figures));
            some.forEach(name -> trends.put(
                    name, trend(cut, figures.getOrDefault(name, Map.of()), withheld.getOrDefault(name, Set.of()))));
        }
        return trends;
    }

    /** Everything that the listing has, as one trend; its people are counted once in each period. */
    public Trend trend(TopQuestion asked, Granularity granularity, List<Period> cut) {
        TopQuestion all = new TopQuestion(asked.listing().asOne(), asked.team(), asked.company(), asked.period());
        Map<String, Map<Instant, ItemPeriod>> figures = figures(all, cut, List.of());
        Map<String, Set<Instant>> withheld =
                periods.withheld(all, granularity, cut, UntoldItems.NOTHING, crowds(figures));
        return trend(cut, figures.getOrDefault("*", Map.of()), withheld.getOrDefault("*", Set.of()));
    }

    private static Trend trend(List<Period> cut, Map<Instant, ItemPeriod> figures, Set<Instant> withheld) {
        Map<Instant, Amount> amounts = new HashMap<>();
        figures.forEach((start, figure) -> amounts.put(start, new Amount(figure.people(), figure.count())));
        return Trend.of(cut, amounts, withheld);
    }

    private static Map<String, Map<Instant, Crowd>> crowds(Map<String, Map<Instant, ItemPeriod>> figures) {
        Map<String, Map<Instant, Crowd>> crowds = new HashMap<>();
        figures.forEach((name, ofName) -> ofName.forEach((start, figure) ->
                crowds.computeIfAbsent(name, any -> new HashMap<>()).put(start, figure.crowd())));
        return crowds;
    }

    private Map<String, Map<Instant, ItemPeriod>> figures(TopQuestion asked, List<Period> cut, List<String> names) {
        Map<String, Map<Instant, ItemPeriod>> figures = new HashMap<>();
        clickHouse
                .run(new ItemPeriods(
                        asked.listing(),
                        asked.days(),
                        Slots.of(cut),
                        names,
                        asked.company().floor().people()))
                .forEach(row -> figures.computeIfAbsent(row.name(), name -> new HashMap<>())
                        .put(row.start(), row));
        return figures;
    }
}
