package dev.footlights.query.routes;

import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.checks.Maturity;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.request.Days;
import dev.footlights.query.request.Paging;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.teams.TeamTree;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pass rates of maturity checks by week, and what fails now; its pages are those of the failing entities. */
final class ChecksRoute implements Handler {
    private static final int DEFAULT_WEEKS = 12;
    private static final int MOST_WEEKS = 104;
    private static final int DEFAULT_ROWS = 100;

    private final ApiParts parts;
    private final Maturity maturity;

    ChecksRoute(ApiParts parts) {
        this.parts = parts;
        this.maturity = new Maturity(parts.clickHouse());
    }

    @Override
    public Response handle(Request request) {
        Parameters parameters = new Parameters(request);
        Optional<String> track = parameters.text("track");
        int weeks = parameters.number("weeks", 1, MOST_WEEKS, DEFAULT_WEEKS);
        Paging paging = Paging.of(request, DEFAULT_ROWS);
        TeamRequest asked = TeamRequest.read(request, parts);
        LocalDate from = asked.days()
                .to()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(weeks - 1L);
        TeamRequest about =
                asked.on(new Days(from, asked.days().to(), asked.days().zone()));
        List<Period> periods = new PeriodCutter(about.days().zone())
                .cut(Granularity.WEEK, from, about.days().to());
        Map<String, @Nullable Object> body = about.body();
        body.put("track", track.orElse(null));
        List<String> children = new TeamTree(about.directory().rosterTeams()).children(about.team());
        maturity.addTo(body, about.team(), track, children, periods);
        Page<Map<String, Object>> failing = Page.cut(
                maturity.failing(about.team(), track, periods.getLast().end().toEpochMilli()),
                paging.limit(),
                paging.offset());
        JsonAnswer.paged(body, failing, failing.rows());
        return Response.json(200, body).etagged(request);
    }
}
