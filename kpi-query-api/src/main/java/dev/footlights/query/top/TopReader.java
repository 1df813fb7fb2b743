package dev.footlights.query.top;

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
import java.util.HashSet;
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

    /**
     * What was used.
     *
     * @param items by name, of too few people too
     * @param untold what isn't told of them
     */
    private record Found(TopQuestion asked, Map<String, TopItems.Used> items, UntoldItems untold) {
        boolean isTold(TopItems.Used used) {
            return !isOfFew(used) && !untold.entries().contains(new Entry(asked.team(), used.decided()));
        }

        boolean isOfFew(TopItems.Used used) {
            return asked.company().floor().withholds(used.item().people());
        }

        boolean isSilent() {
            return untold.silent().contains(asked.team());
        }
    }

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
        if (now.isSilent()) {
            return new Top(List.of(), null, now.untold());
        }
        List<TopRow> rows = new ArrayList<>();
        Set<String> nobodys = asked.listing().among(now.untold().itemsOf(asked.team()));
        int few = 0;
        for (TopItems.Used used : now.items().values()) {
            nobodys.remove(used.decided());
            if (now.isOfFew(used)) {
                few++;
            } else {
                rows.add(row(used, now.isTold(used), then));
            }
        }
        return new Top(rows, few + nobodys.size(), now.untold());
    }

    private static TopRow row(TopItems.Used used, boolean told, Optional<Found> then) {
        String name = used.item().name();
        if (!told) {
            return new TopRow(name, used.decided(), null, null, then.isPresent());
        }
        if (then.isEmpty()) {
            return new TopRow(name, used.decided(), used.item(), null, false);
        }
        Found found = then.get();
        TopItems.Used earlier = found.items().get(name);
        boolean withheld = earlier == null
                ? found.isSilent()
                        || found.untold()
                                .entries()
                                .contains(new Entry(found.asked().team(), used.decided()))
                : !found.isTold(earlier);
        return new TopRow(
                name,
                used.decided(),
                used.item(),
                withheld ? null : (Long) (earlier == null ? 0 : earlier.item().count()),
                withheld);
    }

    private Found find(TopQuestion asked) {
        Supplier<List<TopItems.Used>> reading = Meanwhile.read(() -> used(asked));
        UntoldItems untold = items.untold(
                asked,
                () -> reading.get().stream()
                        .collect(Collectors.toMap(
                                used -> new Entry(asked.team(), used.item().name()), TopItems.Used::crowd)));
        return new Found(
                asked,
                reading.get().stream()
                        .collect(Collectors.toMap(used -> used.item().name(), Function.identity())),
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
     * The trends of items, by name.
     *
     * @param cut periods that the days are cut into
     * @param untold as the list of the same days has it
     */
    public Map<String, Trend> trends(
            TopQuestion asked, Granularity granularity, List<Period> cut, List<TopRow> rows, UntoldItems untold) {
        Map<String, Trend> trends = new HashMap<>();
        for (int from = 0; from < rows.size(); from += NAMES_AT_ONCE) {
            List<TopRow> some = rows.subList(from, Math.min(from + NAMES_AT_ONCE, rows.size()));
            Map<String, Map<Instant, ItemPeriod>> figures =
                    figures(asked, cut, some.stream().map(TopRow::name).toList());
            Map<String, Set<Instant>> withheld = periods.withheld(
                    asked,
                    granularity,
                    cut,
                    untold,
                    some.stream().map(TopRow::decided).distinct().toList());
            some.forEach(row -> trends.put(
                    row.name(),
                    trend(
                            asked,
                            cut,
                            figures.getOrDefault(row.name(), Map.of()),
                            withheld.getOrDefault(row.decided(), Set.of()))));
        }
        return trends;
    }

    /**
     * Everything that the listing has, as one trend; its people are counted once in each period. It is told where a KPI of the
     * feature is.
     */
    public Trend trend(TopQuestion asked, Granularity granularity, List<Period> cut) {
        TopQuestion all = asked.of(asked.listing().asOne());
        String feature = asked.listing().feature();
        Set<Instant> withheld = TrendDiscretion.silent(asked, granularity, cut, List.of(feature))
                .getOrDefault(feature, Set.of());
        Map<Instant, ItemPeriod> figures =
                figures(all, cut, List.of()).values().stream().findFirst().orElse(Map.of());
        return trend(asked, cut, figures, withheld);
    }

    private static Trend trend(
            TopQuestion asked, List<Period> cut, Map<Instant, ItemPeriod> figures, Set<Instant> withheld) {
        Set<Instant> all = new HashSet<>(withheld);
        Map<Instant, Amount> amounts = new HashMap<>();
        figures.forEach((start, figure) -> {
            amounts.put(start, new Amount(figure.people(), figure.count()));
            if (asked.company().floor().withholds(figure.people())) {
                all.add(start);
            }
        });
        return Trend.of(cut, amounts, all);
    }

    private Map<String, Map<Instant, ItemPeriod>> figures(TopQuestion asked, List<Period> cut, List<String> names) {
        Map<String, Map<Instant, ItemPeriod>> figures = new HashMap<>();
        clickHouse
                .run(new ItemPeriods(asked.listing(), asked.days(), Slots.of(cut), names))
                .forEach(row -> figures.computeIfAbsent(row.name(), name -> new HashMap<>())
                        .put(row.start(), row));
        return figures;
    }
}
