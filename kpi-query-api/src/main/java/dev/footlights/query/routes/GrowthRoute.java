package dev.footlights.query.routes;

import dev.footlights.query.answer.GrowthRow;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.request.Layout;
import dev.footlights.query.request.Question;
import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Active, new, returning, resurrected and dormant people side by side; asked like the KPI active-users. */
final class GrowthRoute implements Handler {
    private static final String HEADER =
            "period,team,feature,active,new,returning,resurrected,dormant,withheld,partial";

    private final ApiParts parts;
    private final Kpi activeUsers;

    GrowthRoute(ApiParts parts) {
        this.parts = parts;
        this.activeUsers = parts.kpi("active-users");
    }

    @Override
    public Response handle(Request request) {
        Question question = parts.reader().question(request, activeUsers);
        Layout layout = parts.reader().layout(request);
        Optional<Instant> asOf = parts.answers().asOf();
        Page<GrowthRow> page = Page.cut(parts.answers().growth(question), layout.limit(), layout.offset());
        if (layout.format() == Layout.Format.CSV) {
            String csv = page.rows().stream().map(GrowthRow::toCsv).collect(Collectors.joining("\r\n"));
            return CsvResponse.of("growth", HEADER + "\r\n" + csv + "\r\n", question.zone(), asOf, page)
                    .etagged(request);
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(asOf));
        body.put("zone", question.zone().getId());
        body.put("from", question.from().toString());
        body.put("to", question.to().toString());
        body.put("granularity", question.granularity().text());
        JsonAnswer.paged(body, page, page.rows().stream().map(GrowthRow::toJson).toList());
        return Response.json(200, body).etagged(request);
    }
}
