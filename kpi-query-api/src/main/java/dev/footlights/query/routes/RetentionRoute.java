package dev.footlights.query.routes;

import dev.footlights.query.answer.Cohort;
import dev.footlights.query.answer.Retention;
import dev.footlights.query.figures.Asked;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who stays, by the week or month of the first use. Only cohorts whose whole period begins within the asked days are told,
 * up to the period of the last day or the running one.
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
    private final Retention retention;

    RetentionRoute(ApiParts parts) {
        this.parts = parts;
        this.retention = new Retention(parts.clickHouse(), parts.answers(), parts.clock());
    }

    @Override
    public Response handle(Request request) {
        TeamRequest asked = TeamRequest.read(request, parts);
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
                retention
                        .cohorts(
                                new Asked(
                                        new Scope(List.of(asked.team()), List.of(feature)),
                                        granularity,
                                        periods,
                                        asked.days().zone()),
                                asked.company(),
                                asked.directory())
                        .stream()
                        .map(Cohort::toJson)
                        .toList());
        return Response.json(200, body).etagged(request);
    }
}
