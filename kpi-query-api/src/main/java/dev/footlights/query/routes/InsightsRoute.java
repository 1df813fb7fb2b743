package dev.footlights.query.routes;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.insights.Insights;
import dev.footlights.query.insights.InsightsCsv;
import dev.footlights.query.insights.InsightsReader;
import dev.footlights.query.insights.InsightsRequest;
import dev.footlights.query.request.Layout.Format;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the Adoption Insights dashboard asks its backend, in the shapes that it reads; asOf and zone are headers. */
final class InsightsRoute implements Handler {
    private final ApiParts parts;
    private final InsightsReader reader;

    InsightsRoute(ApiParts parts) {
        this.parts = parts;
        this.reader = new InsightsReader(
                parts.clickHouse(), parts.floor(), parts.settings().limits().cells());
    }

    @Override
    public Response handle(Request request) {
        InsightsRequest asked = InsightsRequest.read(
                request,
                parts.reportingZone(),
                parts.settings().limits().days(),
                parts.settings().limits().pageRows());
        Optional<Instant> asOf = parts.answers().asOf();
        Insights insights = reader.read(
                asked,
                parts.answers()
                        .company(
                                List.of(Directory.ORGANISATION),
                                parts.answers().directory(),
                                asked.days().zone()),
                licensedUsers(asked));
        Response response = asked.format() == Format.CSV
                ? Response.text(200, "text/csv; charset=utf-8", InsightsCsv.of(insights))
                        .header("Content-Disposition", "attachment; filename=\"analytics.csv\"")
                : Response.json(200, json(insights));
        response.header("Footlights-Zone", asked.days().zone().getId());
        asOf.ifPresent(moment -> response.header("Footlights-As-Of", moment.toString()));
        return response.etagged(request);
    }

    private static Map<String, @Nullable Object> json(Insights insights) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        insights.grouping().ifPresent(grouping -> body.put("grouping", grouping.text()));
        body.put("data", insights.rows());
        return body;
    }

    private long licensedUsers(InsightsRequest asked) {
        if (asked.type() != InsightsRequest.Type.TOTAL_USERS) {
            return 0;
        }
        long set = parts.settings().adoptionInsights().licensedUsers();
        return set > 0 ? set : parts.answers().headcounts().getOrDefault(Directory.ORGANISATION, 0L);
    }
}
