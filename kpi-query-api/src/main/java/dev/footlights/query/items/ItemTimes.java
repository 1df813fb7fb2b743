package dev.footlights.query.items;

import dev.footlights.query.items.Cuts.Span;
import dev.footlights.query.items.Cuts.Used;
import dev.footlights.query.items.EverUses.Ever;
import dev.footlights.query.items.UseTimes.OfPlace;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.ItemPartners;
import dev.footlights.query.privacy.Line;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.Remembered;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what decides about items over time. For several threads. */
public final class ItemTimes {
    /** What is read of everybody is read again when that takes a two hundredth of the time. */
    private static final int TIMES_AS_LONG = 200;

    private static final Duration LEAST_AGE = Duration.ofSeconds(1);
    private static final Duration MOST_AGE = Duration.ofMinutes(5);

    private final ClickHouse clickHouse;
    private final Floor floor;
    private final ZoneId zone;
    private final Map<Everyone, Remembered<Always>> known = new ConcurrentHashMap<>();

    /** Of whom something is remembered. */
    private record Everyone(Uses uses, List<Line<String>> families) {}

    /**
     * Of all times.
     *
     * @param months in which something was used
     */
    private record Always(ItemPartners partners, Map<Place, List<Used>> months) {}

    /** @param zone the reporting zone */
    public ItemTimes(ClickHouse clickHouse, Floor floor, ZoneId zone) {
        this.clickHouse = clickHouse;
        this.floor = floor;
        this.zone = zone;
    }

    /**
     * What decides about items of some teams.
     *
     * @param periods that it will be asked about
     * @param families every team with teams below it, and these
     * @throws dev.footlights.query.store.UnavailableException when it can't be read
     */
    public OverTime of(Uses uses, List<String> teams, List<Period> periods, List<Line<String>> families) {
        Supplier<Always> reading = Meanwhile.read(() -> always(new Everyone(uses, families)));
        Cuts cuts = new Cuts(zone);
        Set<Instant> moments = new HashSet<>();
        periods.forEach(period -> moments.addAll(List.of(period.start(), period.end())));
        List<Span> spans = joined(cuts.needed(moments));
        Map<Place, List<Used>> within =
                spans.isEmpty() ? Map.of() : byPlace(UseTimes.within(uses, teams, spans, zone, floor.people()));
        Always always = reading.get();
        return new OverTime(floor, cuts, always.partners(), always.months(), within);
    }

    private Always always(Everyone everyone) {
        known.keySet()
                .removeIf(other -> other.uses().equals(everyone.uses())
                        && !other.families().equals(everyone.families()));
        return known.computeIfAbsent(
                        everyone,
                        any -> Remembered.inProportion(TIMES_AS_LONG, LEAST_AGE, MOST_AGE, () -> read(everyone)))
                .get();
    }

    private Always read(Everyone everyone) {
        Uses uses = everyone.uses();
        Map<ItemPartners.Use, Long> ever =
                clickHouse.run(new EverUses(uses)).stream().collect(Collectors.toMap(Ever::use, Ever::people));
        return new Always(
                new ItemPartners(floor, everyone.families(), ever),
                byPlace(UseTimes.months(uses, zone, floor.people())));
    }

    private Map<Place, List<Used>> byPlace(UseTimes times) {
        Map<Place, List<Used>> byPlace = new HashMap<>();
        for (OfPlace each : clickHouse.run(times)) {
            byPlace.put(each.place(), each.used());
        }
        return byPlace;
    }

    /** Spans of the same units without gaps are read as one. */
    private static List<Span> joined(Set<Span> spans) {
        List<Span> joined = new ArrayList<>();
        @Nullable Span last = null;
        for (Span span : spans.stream()
                .sorted(Comparator.comparing(Span::unit).thenComparing(Span::begin))
                .toList()) {
            if (last != null && last.unit() == span.unit() && last.end().equals(span.begin())) {
                joined.removeLast();
                last = new Span(span.unit(), last.begin(), span.end());
            } else {
                last = span;
            }
            joined.add(last);
        }
        return joined;
    }
}
