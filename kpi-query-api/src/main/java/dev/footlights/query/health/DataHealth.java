package dev.footlights.query.health;

import dev.footlights.query.privacy.Floor;
import dev.footlights.query.request.Days;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events that were received in some days. They are the deployment's books, not about people, so nothing of
 * them is withheld; shares of counted events are.
 */
public final class DataHealth {
    private static final String LATE = "late";

    private final ClickHouse clickHouse;
    private final Floor floor;
    private final Clock clock;

    public DataHealth(ClickHouse clickHouse, Floor floor, Clock clock) {
        this.clickHouse = clickHouse;
        this.floor = floor;
        this.clock = clock;
    }

    /** Adds the books to an answer. */
    public void addTo(Map<String, @Nullable Object> body, Days days, Optional<Instant> asOf) {
        long begin = days.begin().getEpochSecond();
        long end = days.end().getEpochSecond();
        Map<String, Long> outcomes = new TreeMap<>();
        Map<String, Long> setAside = new TreeMap<>();
        for (LedgerSums.Sum sum : clickHouse.run(new LedgerSums(begin, end))) {
            outcomes.merge(sum.outcome(), sum.events(), Long::sum);
            if (!sum.reason().isEmpty()) {
                setAside.merge(sum.reason(), sum.events(), Long::sum);
            }
        }
        Map<String, Long> refused = new TreeMap<>();
        clickHouse
                .run(new RefusedSums(begin, end))
                .forEach(sum -> refused.merge(sum.reason(), sum.events(), Long::sum));
        Books books = new Books(outcomes, refused);
        body.put("lagSeconds", asOf.map(this::lag).orElse(null));
        body.put("received", books.received());
        body.put("accepted", books.of("accepted"));
        body.put("rejected", books.rejected());
        body.put("rejectedByReason", refused);
        body.put("folded", books.of("folded"));
        body.put("duplicate", books.of("duplicate"));
        body.put("late", books.of(LATE) + refused.getOrDefault(LATE, 0L));
        body.put("lateSetAside", books.of(LATE));
        body.put("unusable", books.of("unusable"));
        body.put("setAsideByReason", setAside);
        body.put("equations", books.equations());
        addShares(body, new Slots(List.of(begin), end));
    }

    private long lag(Instant asOf) {
        return Math.max(0, Duration.between(asOf, clock.instant()).toSeconds());
    }

    private void addShares(Map<String, @Nullable Object> body, Slots slots) {
        EventShares.Shares shares = clickHouse.run(new EventShares(slots)).getFirst();
        body.put("counted", shares.events());
        body.put("withoutTeam", share(shares.unassigned(), shares.unassignedPeople(), shares.events()));
        body.put("otherFeature", share(shares.other(), shares.otherPeople(), shares.events()));
    }

    private Map<String, @Nullable Object> share(long events, long people, long all) {
        boolean withheld = floor.withholds(people);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("events", withheld ? null : events);
        json.put("share", withheld || all == 0 ? null : (double) events / all);
        json.put("withheld", withheld);
        return json;
    }

    private record Books(Map<String, Long> outcomes, Map<String, Long> refused) {
        long of(String outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }

        long rejected() {
            return refused.values().stream().mapToLong(Long::longValue).sum();
        }

        long received() {
            return of("accepted") + rejected();
        }

        Map<String, Object> equations() {
            Map<String, Object> equations = new LinkedHashMap<>();
            equations.put(
                    "received", equation("received = accepted + rejected", received(), of("accepted") + rejected()));
            equations.put(
                    "accepted",
                    equation(
                            "accepted = folded + duplicate + late + unusable",
                            of("accepted"),
                            of("folded") + of("duplicate") + of(LATE) + of("unusable")));
            return equations;
        }

        private static Map<String, Object> equation(String says, long left, long right) {
            Map<String, Object> equation = new LinkedHashMap<>();
            equation.put("says", says);
            equation.put("left", left);
            equation.put("right", right);
            equation.put("holds", left == right);
            return equation;
        }
    }
}
