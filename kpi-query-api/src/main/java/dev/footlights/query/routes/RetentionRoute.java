package dev.footlights.query.routes;

import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.store.CohortCounts;
import dev.footlights.query.store.Presence;
import dev.footlights.query.store.Slots;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who stays: the people of each week or month of first use, and how many of them were active in each one after. Only
 * cohorts whose whole period begins within the asked days are told, up to the period of the last day.
 */
final class RetentionRoute implements Handler {
    private static final int MOST_COHORTS = 60;

    private enum Length {
        WEEK(Granularity.WEEK),
        MONTH(Granularity.MONTH);

        private final Granularity granularity;

        Length(Granularity granularity) {
            this.granularity = granularity;
        }
    }

    private final ApiParts parts;

    RetentionRoute(ApiParts parts) {
        this.parts = parts;
    }

    @Override
    public Response handle(Request request) {
        Asked asked = Asked.of(request, parts);
        Parameters parameters = new Parameters(request);
        Granularity granularity = parameters.choice("granularity", Length.values(), Length.WEEK).granularity;
        List<String> features = parameters.list("feature");
        if (features.size() > 1) {
            throw Refusals.parameter("feature", "takes one feature here");
        }
        String feature = features.isEmpty() ? FeatureRules.ALL : features.getFirst();
        asked.directory().check(List.of(), List.of(feature));
        List<Period> periods = new PeriodCutter(asked.days().zone())
                .cut(granularity, asked.days().from(), asked.days().to()).stream()
                        .filter(period -> period.start().equals(period.calendarStart()))
                        .toList();
        if (periods.size() > MOST_COHORTS) {
            throw Refusals.parameter(
                    "from", "makes " + periods.size() + " cohorts with to; the most is " + MOST_COHORTS);
        }
        Map<String, @Nullable Object> body = asked.body();
        body.put("feature", feature);
        body.put("granularity", granularity.text());
        body.put(
                "rows",
                periods.isEmpty() ? List.of() : rows(new Scope(List.of(asked.team()), List.of(feature)), periods));
        return Response.json(200, body).etagged(request);
    }

    private List<Map<String, @Nullable Object>> rows(Scope scope, List<Period> periods) {
        Map<Instant, Map<Instant, Long>> counts = new HashMap<>();
        parts.clickHouse()
                .run(new CohortCounts(Presence.of(scope, periods), Slots.of(periods)))
                .forEach(counted -> counts.computeIfAbsent(counted.cohort(), cohort -> new HashMap<>())
                        .put(counted.period(), counted.people()));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int number = 0; number < periods.size(); number++) {
            rows.add(row(
                    counts.getOrDefault(periods.get(number).start(), Map.of()),
                    periods.subList(number, periods.size())));
        }
        return rows;
    }

    /** A cohort; its people are those of its first period, in which all of them were there. */
    private Map<String, @Nullable Object> row(Map<Instant, Long> counts, List<Period> periods) {
        Floor floor = parts.floor();
        long people = counts.getOrDefault(periods.getFirst().start(), 0L);
        boolean few = floor.withholds(people);
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (int offset = 0; offset < periods.size(); offset++) {
            Period period = periods.get(offset);
            long active = counts.getOrDefault(period.start(), 0L);
            boolean withheld = few || floor.withholds(active);
            Map<String, @Nullable Object> cell = new LinkedHashMap<>();
            cell.put("offset", offset);
            cell.put("value", withheld ? null : active);
            cell.put("rate", withheld || people == 0 ? null : (Double) ((double) active / people));
            cell.put("withheld", withheld);
            if (period.partial() || period.end().isAfter(parts.clock().instant())) {
                cell.put("partial", true);
            }
            cells.add(cell);
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("cohort", periods.getFirst().label());
        row.put("people", few ? null : people);
        row.put("withheld", few);
        row.put("cells", cells);
        return row;
    }
}
